// The life of requests: out as a ticket, back as an answer.
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/keyvalq_struct.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/queue.h>

#include "internal.h"

enum { FD_BITS = 24 };

static struct conn *conn_at(chttp_server *server, uint64_t place) {
    return place < server->by_fd_size ? server->by_fd[place] : NULL;
}

static const char *method_name(struct evhttp_request *request) {
    switch (evhttp_request_get_command(request)) {
        case EVHTTP_REQ_GET: return "GET";
        case EVHTTP_REQ_HEAD: return "HEAD";
        case EVHTTP_REQ_POST: return "POST";
        case EVHTTP_REQ_PUT: return "PUT";
        default: return "";
    }
}

// A body whose end another reader of the same bytes, such as a proxy, could see elsewhere:
// evhttp 2.1.12 takes the first of two lengths, takes "+5" for a length, reads a body it does
// not know how to decode as none, and reads none after HEAD at all.
static bool has_doubtful_body(struct evhttp_request *request) {
    struct evkeyval *header;
    bool head = evhttp_request_get_command(request) == EVHTTP_REQ_HEAD, doubtful = false;
    int bodies = 0;
    TAILQ_FOREACH(header, evhttp_request_get_input_headers(request), next) {
        if (!strcasecmp(header->key, "Content-Length")) {
            bodies++;
            doubtful |= strspn(header->value, "0123456789") != strlen(header->value);
            doubtful |= head && strcmp(header->value, "0");
        } else if (!strcasecmp(header->key, "Transfer-Encoding")) {
            bodies++;
            doubtful |= head || strcasecmp(header->value, "chunked");
        }
    }
    return doubtful || bodies > 1;
}

static struct timeval idle_time(const chttp_server *server) {
    int idle = server->limits.idle_milliseconds;
    return (struct timeval){idle / 1000, idle % 1000 * 1000};
}

// The answer is written; evhttp frees the request when this returns.
static void on_complete(struct evhttp_request *request, void *arg) {
    (void)request;
    struct conn *conn = arg;
    const struct timeval idle = idle_time(conn->server);
    bufferevent_set_timeouts(conn->bev, &idle, &idle);
    conn->request = NULL;
    chttp_request_over(conn->server);
}

static size_t list_headers(struct evhttp_request *request, chttp_header *list) {
    struct evkeyval *header;
    size_t count = 0;
    TAILQ_FOREACH(header, evhttp_request_get_input_headers(request), next) {
        if (list) list[count] = (chttp_header){header->key, header->value};
        count++;
    }
    return count;
}

static void hand_over(chttp_server *server, struct conn *conn, chttp_header *headers) {
    struct evhttp_request *request = conn->request;
    const struct evhttp_uri *uri = evhttp_request_get_evhttp_uri(request);
    struct evbuffer *body = evhttp_request_get_input_buffer(request);
    char *peer = NULL;
    ev_uint16_t port = 0;
    evhttp_connection_get_peer(evhttp_request_get_connection(request), &peer, &port);
    chttp_request view = {
        .ticket = conn->ticket,
        .method = method_name(request),
        .path = evhttp_uri_get_path(uri),
        .query = evhttp_uri_get_query(uri),
        .peer = peer,
        .headers = headers,
        .header_count = list_headers(request, headers),
        .body = evbuffer_pullup(body, -1),
        .body_length = evbuffer_get_length(body),
    };
    server->events.on_request(server->events.context, &view);
}

void chttp_on_request(struct evhttp_request *request, void *arg) {
    chttp_server *server = arg;
    chttp_adopt_newborns(-1, 0, server);
    struct evhttp_connection *evcon = evhttp_request_get_connection(request);
    int fd = bufferevent_getfd(evhttp_connection_get_bufferevent(evcon));
    struct conn *conn = fd < 0 ? NULL : conn_at(server, (uint64_t)fd);
    if (!conn || fd >> FD_BITS || server->draining) {
        evhttp_send_error(request, HTTP_SERVUNAVAIL, NULL);
        return;
    }
    if (has_doubtful_body(request)) {
        evhttp_send_error(request, HTTP_BADREQUEST, NULL);
        return;
    }
    chttp_header *headers = calloc(list_headers(request, NULL) + 1, sizeof *headers);
    if (!headers) {
        evhttp_send_error(request, HTTP_SERVUNAVAIL, NULL);
        return;
    }
    conn->request = request;
    conn->ticket = ++server->serial << FD_BITS | (uint64_t)fd;
    server->pending++;
    evhttp_request_set_on_complete_cb(request, on_complete, conn);
    hand_over(server, conn, headers);
    free(headers);
}

// False when evhttp refuses a header.
static bool add_headers(struct evkeyvalq *out, const struct reply *reply) {
    const char *at = reply->bytes, *end = reply->bytes + reply->headers_length;
    while (at < end) {
        const char *name = at, *value = name + strlen(name) + 1;
        if (value >= end || evhttp_add_header(out, name, value)) return false;
        at = value + strlen(value) + 1;
    }
    return true;
}

void chttp_send(chttp_server *server, const struct reply *reply) {
    struct conn *conn = conn_at(server, reply->ticket & ((1u << FD_BITS) - 1));
    if (!conn || conn->ticket != reply->ticket) return;
    struct evhttp_request *request = conn->request;
    struct evkeyvalq *out = evhttp_request_get_output_headers(request);
    struct evbuffer *body = evbuffer_new();
    size_t length = reply->body_length;
    int status = reply->status;
    conn->ticket = 0;
    if (!body || !add_headers(out, reply) ||
        evbuffer_add(body, reply->bytes + reply->headers_length, length)) {
        evhttp_clear_headers(out);
        status = HTTP_INTERNAL;
        length = 0;
    }
    bool empty = status == HTTP_NOCONTENT || status == HTTP_NOTMODIFIED;
    if (!empty) {
        char text[24];
        snprintf(text, sizeof text, "%zu", length);
        evhttp_add_header(out, "Content-Length", text);
    }
    if (server->draining) evhttp_add_header(out, "Connection", "close");
    // While an answer is written, a client that reads is not idle, though it sends nothing.
    const struct timeval idle = idle_time(server);
    bufferevent_set_timeouts(conn->bev, NULL, &idle);
    empty |= length == 0 || evhttp_request_get_command(request) == EVHTTP_REQ_HEAD;
    evhttp_send_reply(request, status, NULL, empty ? NULL : body);
    if (body) evbuffer_free(body);
}
