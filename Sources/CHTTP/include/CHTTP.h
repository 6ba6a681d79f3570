// An HTTP/1.1 server on one thread: libevent's evhttp, with OpenSSL for https.
//
// The shim owns the life of every request. Outside, a request is a ticket: a number that stays
// safe to answer from any thread, at any time, also when its client or the whole server is gone.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct chttp_server chttp_server;

typedef struct {
    size_t max_header_bytes;
    size_t max_body_bytes;
    int idle_milliseconds;  // of silence on a connection that waits for bytes
    int max_connections;    // beyond it, clients wait in the kernel's queue
} chttp_limits;

typedef struct {
    const char *name;
    const char *value;
} chttp_header;

// A whole request; every pointer is borrowed and valid during the callback only.
typedef struct {
    uint64_t ticket;
    const char *method;
    const char *path;   // still percent-encoded, without the query
    const char *query;  // NULL when there is none
    const char *peer;   // numeric address of the client
    const chttp_header *headers;
    size_t header_count;
    const uint8_t *body;  // NULL when it is empty
    size_t body_length;
} chttp_request;

// Both callbacks run on the server's thread and must not block it.
typedef struct {
    void *context;
    void (*on_request)(void *context, const chttp_request *request);
    // The last thing the server's thread does; from here on `chttp_free` is allowed.
    void (*on_finished)(void *context);
} chttp_events;

typedef enum {
    CHTTP_TLS_OK,
    CHTTP_TLS_NO_CONTEXT,
    CHTTP_TLS_BAD_CERTIFICATE,
    CHTTP_TLS_BAD_KEY,
    CHTTP_TLS_MISMATCH,
} chttp_tls_result;

// NULL when memory or descriptors are short.
chttp_server *chttp_new(chttp_limits limits);

// PEM files. On failure `detail` receives OpenSSL's reason as text.
chttp_tls_result chttp_use_tls(chttp_server *server, const char *certificate, const char *key,
                               char *detail, size_t detail_size);

// Listens on a numeric address; returns 0 or an errno value. Port 0 lets the kernel choose.
int chttp_listen(chttp_server *server, const char *host, uint16_t port, bool tls,
                 uint16_t *bound_port);

// Starts the thread; returns 0 or an errno value.
int chttp_start(chttp_server *server, chttp_events events);

// Answers a ticket from any thread. `headers` is packed: name NUL value NUL name NUL value NUL.
void chttp_reply(chttp_server *server, uint64_t ticket, int status, const char *headers,
                 size_t headers_length, const uint8_t *body, size_t body_length);

// From any thread: stops accepting, waits at most this long for answers under way, then closes.
void chttp_stop(chttp_server *server, int grace_milliseconds);

// Allowed before `chttp_start` succeeded and after `on_finished` was called.
void chttp_free(chttp_server *server);
