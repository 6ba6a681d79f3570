// The life of connections: counting them, bounding what each may buffer, noticing their end.
#include <event2/buffer.h>
#include <event2/bufferevent.h>
#include <event2/bufferevent_ssl.h>
#include <stdlib.h>

#include "internal.h"

static void set_accepting(chttp_server *server, bool on) {
    for (int i = 0; i < server->endpoint_count; i++) {
        struct evconnlistener *listener =
            evhttp_bound_socket_get_listener(server->endpoints[i].bound);
        on ? evconnlistener_enable(listener) : evconnlistener_disable(listener);
    }
}

void chttp_resume_accepting(evutil_socket_t fd, short what, void *arg) {
    (void)fd, (void)what;
    chttp_server *server = arg;
    if (!server->draining && server->connections < server->limits.max_connections)
        set_accepting(server, true);
}

// accept(2) failed, most likely for want of descriptors: rest instead of spinning on the socket.
void chttp_on_accept_error(struct evconnlistener *listener, void *http) {
    (void)listener, (void)http;
    chttp_server *server = chttp_server_of_this_thread;
    const struct timeval pause = {0, 200000};
    set_accepting(server, false);
    event_add(server->resume, &pause);
}

static void forget(struct conn *conn) {
    chttp_server *server = conn->server;
    evbuffer_remove_cb_entry(bufferevent_get_input(conn->bev), conn->input_guard);
    if (conn->fd >= 0 && server->by_fd[conn->fd] == conn) server->by_fd[conn->fd] = NULL;
    free(conn);
    server->connections--;
    if (server->connections == server->limits.max_connections - 1)
        chttp_resume_accepting(-1, 0, server);
}

// evhttp frees the connection when this returns. It frees the request with it, unless it has
// detached the request first (then its connection is NULL): such a request is ours to free.
static void on_close(struct evhttp_connection *evcon, void *arg) {
    (void)evcon;
    struct conn *conn = arg;
    if (conn->request) {
        chttp_request_over(conn->server);
        if (!evhttp_request_get_connection(conn->request)) evhttp_request_free(conn->request);
    }
    forget(conn);
}

// evhttp bounds headers and bodies, but neither the line of a chunk size nor what a client sends
// ahead while its answer is written. This bounds everything that waits unread.
static void on_input(struct evbuffer *input, const struct evbuffer_cb_info *info, void *arg) {
    struct conn *conn = arg;
    const chttp_limits *limits = &conn->server->limits;
    size_t most = limits->max_header_bytes + limits->max_body_bytes + 65536;
    if (info->n_added && evbuffer_get_length(input) > most)
        bufferevent_trigger_event(conn->bev, BEV_EVENT_READING | BEV_EVENT_ERROR,
                                  BEV_TRIG_DEFER_CALLBACKS);
}

static struct bufferevent *track(chttp_server *server, struct bufferevent *bev) {
    struct conn *conn = bev ? calloc(1, sizeof *conn) : NULL;
    if (!conn) {
        if (bev) bufferevent_free(bev);
        return NULL;
    }
    conn->server = server;
    conn->bev = bev;
    conn->fd = -1;
    conn->input_guard = evbuffer_add_cb(bufferevent_get_input(bev), on_input, conn);
    conn->next_newborn = server->newborns;
    server->newborns = conn;
    bufferevent_incref(bev);
    event_active(server->adopt, EV_TIMEOUT, 0);
    if (++server->connections >= server->limits.max_connections) set_accepting(server, false);
    return bev;
}

struct bufferevent *chttp_accept_plain(struct event_base *base, void *server) {
    return track(server, bufferevent_socket_new(base, -1, BEV_OPT_CLOSE_ON_FREE));
}

struct bufferevent *chttp_accept_tls(struct event_base *base, void *arg) {
    chttp_server *server = arg;
    SSL *ssl = SSL_new(server->tls);
    if (!ssl) return NULL;
    struct bufferevent *bev = bufferevent_openssl_socket_new(
        base, -1, ssl, BUFFEREVENT_SSL_ACCEPTING, BEV_OPT_CLOSE_ON_FREE);
    if (!bev) SSL_free(ssl);
    return track(server, bev);
}

static bool place(chttp_server *server, struct conn *conn, int fd) {
    if (fd < 0) return false;
    if ((size_t)fd >= server->by_fd_size) {
        size_t size = (size_t)fd * 2 + 64;
        struct conn **larger = realloc(server->by_fd, size * sizeof *larger);
        if (!larger) return false;
        for (size_t i = server->by_fd_size; i < size; i++) larger[i] = NULL;
        server->by_fd = larger;
        server->by_fd_size = size;
    }
    server->by_fd[fd] = conn;
    conn->fd = fd;
    return true;
}

// evhttp asks for a bufferevent before its own connection object exists, and names that object
// nowhere but in the bufferevent's callbacks. So: once accept is over, ask them.
void chttp_adopt_newborns(evutil_socket_t fd, short what, void *arg) {
    (void)fd, (void)what;
    chttp_server *server = arg;
    while (server->newborns) {
        struct conn *conn = server->newborns;
        struct bufferevent *bev = conn->bev;
        void *evcon = NULL;
        server->newborns = conn->next_newborn;
        bufferevent_getcb(bev, NULL, NULL, NULL, &evcon);
        if (!evcon) {
            forget(conn);
        } else {
            evhttp_connection_set_closecb(evcon, on_close, conn);
            if (!place(server, conn, bufferevent_getfd(bev))) evhttp_connection_free(evcon);
        }
        bufferevent_decref(bev);
    }
}
