// Shared by the files of this target.
#pragma once

#include <event2/event.h>
#include <event2/http.h>
#include <event2/listener.h>
#include <openssl/ssl.h>
#include <pthread.h>

#include "CHTTP.h"

// One accepted connection, from accept(2) until evhttp frees it.
struct conn {
    chttp_server *server;
    struct conn *next_newborn;
    struct bufferevent *bev;
    struct evbuffer_cb_entry *input_guard;
    int fd;                          // its place in `by_fd`, -1 before it is adopted
    uint64_t ticket;                 // 0 when no answer is awaited
    struct evhttp_request *request;  // NULL when no request is under way
};

struct reply {
    struct reply *next;
    uint64_t ticket;
    int status;
    size_t headers_length, body_length;
    char bytes[];  // headers, then body
};

struct endpoint {
    struct evhttp *http;
    struct evhttp_bound_socket *bound;
};

enum { CHTTP_MAX_ENDPOINTS = 16 };

struct chttp_server {
    chttp_limits limits;
    chttp_events events;
    struct event_base *base;
    struct evhttp *plain, *secure;
    SSL_CTX *tls;
    struct event *wake, *adopt, *resume, *deadline;
    struct endpoint endpoints[CHTTP_MAX_ENDPOINTS];
    int endpoint_count;

    // Touched by the server's thread only.
    struct conn **by_fd;
    size_t by_fd_size;
    struct conn *newborns;
    int connections;
    int pending;  // requests whose answers are not yet written
    bool draining;
    uint64_t serial;

    // Guarded by `lock`.
    pthread_mutex_t lock;
    struct reply *first_reply, **last_reply;
    bool closed;
    int grace_milliseconds;  // -1 until somebody stops the server
};

// connections.c
struct bufferevent *chttp_accept_plain(struct event_base *base, void *server);
struct bufferevent *chttp_accept_tls(struct event_base *base, void *server);
void chttp_adopt_newborns(evutil_socket_t fd, short what, void *server);
void chttp_resume_accepting(evutil_socket_t fd, short what, void *server);
void chttp_on_accept_error(struct evconnlistener *listener, void *http);

// requests.c
void chttp_on_request(struct evhttp_request *request, void *server);
void chttp_send(chttp_server *server, const struct reply *reply);

// server.c
extern _Thread_local chttp_server *chttp_server_of_this_thread;
void chttp_request_over(chttp_server *server);
