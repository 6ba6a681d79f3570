// The life of the server: set-up, its thread, the queue of answers, the end.
#define _GNU_SOURCE
#include <errno.h>
#include <event2/thread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

_Thread_local chttp_server *chttp_server_of_this_thread;

static pthread_once_t threads_once = PTHREAD_ONCE_INIT;
static void use_threads(void) { evthread_use_pthreads(); }

void chttp_request_over(chttp_server *server) {
    server->pending--;
    if (server->draining && server->pending == 0) event_active(server->deadline, EV_TIMEOUT, 0);
}

static void on_deadline(evutil_socket_t fd, short what, void *arg) {
    (void)fd, (void)what;
    event_base_loopbreak(((chttp_server *)arg)->base);
}

static void begin_drain(chttp_server *server, int grace) {
    if (!server->draining) {
        for (int i = 0; i < server->endpoint_count; i++)
            evhttp_del_accept_socket(server->endpoints[i].http, server->endpoints[i].bound);
        server->endpoint_count = 0;
        server->draining = true;
    }
    // A second call may shorten the grace, never lengthen it.
    const struct timeval limit = {grace / 1000, grace % 1000 * 1000};
    struct timeval now, end, planned;
    event_base_gettimeofday_cached(server->base, &now);
    evutil_timeradd(&now, &limit, &end);
    if (!event_pending(server->deadline, EV_TIMEOUT, &planned) || evutil_timercmp(&end, &planned, <))
        event_add(server->deadline, &limit);
    if (server->pending == 0) event_active(server->deadline, EV_TIMEOUT, 0);
}

static struct reply *take_replies(chttp_server *server) {
    struct reply *list = server->first_reply;
    server->first_reply = NULL;
    server->last_reply = &server->first_reply;
    return list;
}

static void on_wake(evutil_socket_t fd, short what, void *arg) {
    (void)fd, (void)what;
    chttp_server *server = arg;
    pthread_mutex_lock(&server->lock);
    struct reply *next, *list = take_replies(server);
    int grace = server->grace_milliseconds;
    server->grace_milliseconds = -1;
    pthread_mutex_unlock(&server->lock);
    for (; list; list = next) {
        next = list->next;
        chttp_send(server, list);
        free(list);
    }
    if (grace >= 0) begin_drain(server, grace);
}

static struct evhttp *new_http(chttp_server *server) {
    struct evhttp *http = evhttp_new(server->base);
    if (!http) return NULL;
    int idle = server->limits.idle_milliseconds;
    const struct timeval timeout = {idle / 1000, idle % 1000 * 1000};
    evhttp_set_timeout_tv(http, &timeout);
    evhttp_set_max_headers_size(http, (ev_ssize_t)server->limits.max_header_bytes);
    evhttp_set_max_body_size(http, (ev_ssize_t)server->limits.max_body_bytes);
    evhttp_set_allowed_methods(
        http, EVHTTP_REQ_GET | EVHTTP_REQ_HEAD | EVHTTP_REQ_POST | EVHTTP_REQ_PUT);
    evhttp_set_default_content_type(http, NULL);
    // A client that sends too much can still read its 413: the rest is read and thrown away.
    evhttp_set_flags(http, EVHTTP_SERVER_LINGERING_CLOSE);
    evhttp_set_gencb(http, chttp_on_request, server);
    return http;
}

chttp_server *chttp_new(chttp_limits limits) {
    pthread_once(&threads_once, use_threads);
    chttp_server *server = calloc(1, sizeof *server);
    if (!server) return NULL;
    server->limits = limits;
    server->grace_milliseconds = -1;
    server->last_reply = &server->first_reply;
    pthread_mutex_init(&server->lock, NULL);
    server->base = event_base_new();
    if (server->base) {
        server->wake = event_new(server->base, -1, EV_PERSIST, on_wake, server);
        server->adopt = event_new(server->base, -1, EV_PERSIST, chttp_adopt_newborns, server);
        server->resume = event_new(server->base, -1, 0, chttp_resume_accepting, server);
        server->deadline = event_new(server->base, -1, 0, on_deadline, server);
        server->plain = new_http(server);
        server->secure = new_http(server);
    }
    if (!server->wake || !server->adopt || !server->resume || !server->deadline ||
        !server->plain || !server->secure) {
        chttp_free(server);
        return NULL;
    }
    evhttp_set_bevcb(server->plain, chttp_accept_plain, server);
    evhttp_set_bevcb(server->secure, chttp_accept_tls, server);
    return server;
}

static void *run(void *arg) {
    chttp_server *server = arg;
    chttp_server_of_this_thread = server;
    event_base_loop(server->base, EVLOOP_NO_EXIT_ON_EMPTY);
    pthread_mutex_lock(&server->lock);
    server->closed = true;
    struct reply *next, *list = take_replies(server);
    pthread_mutex_unlock(&server->lock);
    for (; list; list = next) {
        next = list->next;
        free(list);
    }
    evhttp_free(server->plain);
    evhttp_free(server->secure);
    server->plain = server->secure = NULL;
    event_base_loop(server->base, EVLOOP_NONBLOCK);  // closes what evhttp has let go
    server->events.on_finished(server->events.context);  // may free the server
    return NULL;
}

// The thread blocks every signal: SIGPIPE, raised by a write to a client that is gone, must not
// end the process, and all others belong to the threads of the program.
int chttp_start(chttp_server *server, chttp_events events) {
    server->events = events;
    sigset_t all, before;
    pthread_attr_t detached;
    pthread_t thread;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, &before);
    pthread_attr_init(&detached);
    pthread_attr_setdetachstate(&detached, PTHREAD_CREATE_DETACHED);
    int error = pthread_create(&thread, &detached, run, server);
    pthread_attr_destroy(&detached);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return error;
}

void chttp_reply(chttp_server *server, uint64_t ticket, int status, const char *headers,
                 size_t headers_length, const uint8_t *body, size_t body_length) {
    struct reply *reply = malloc(sizeof *reply + headers_length + body_length + 1);
    if (!reply) return;
    *reply = (struct reply){NULL, ticket, status, headers_length, body_length};
    if (headers_length) memcpy(reply->bytes, headers, headers_length);
    if (body_length) memcpy(reply->bytes + headers_length, body, body_length);
    pthread_mutex_lock(&server->lock);
    bool closed = server->closed;
    if (!closed) {
        *server->last_reply = reply;
        server->last_reply = &reply->next;
        event_active(server->wake, EV_TIMEOUT, 0);
    }
    pthread_mutex_unlock(&server->lock);
    if (closed) free(reply);
}

void chttp_stop(chttp_server *server, int grace_milliseconds) {
    pthread_mutex_lock(&server->lock);
    if (!server->closed) {
        int grace = grace_milliseconds < 0 ? 0 : grace_milliseconds;
        int waiting = server->grace_milliseconds;
        server->grace_milliseconds = waiting < 0 || grace < waiting ? grace : waiting;
        event_active(server->wake, EV_TIMEOUT, 0);
    }
    pthread_mutex_unlock(&server->lock);
}

void chttp_free(chttp_server *server) {
    if (server->plain) evhttp_free(server->plain);
    if (server->secure) evhttp_free(server->secure);
    struct event *events[] = {server->wake, server->adopt, server->resume, server->deadline};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++)
        if (events[i]) event_free(events[i]);
    if (server->base) event_base_free(server->base);
    SSL_CTX_free(server->tls);
    pthread_mutex_destroy(&server->lock);
    free(server->by_fd);
    free(server);
}
