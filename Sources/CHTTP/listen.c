// Where the server listens, and the TLS it speaks there.
#include <errno.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <openssl/err.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "internal.h"

static int open_socket(const struct addrinfo *address, uint16_t *bound_port, int *out) {
    const int on = 1;
    struct sockaddr_storage name = {0};
    socklen_t length = sizeof name;
    int fd = socket(address->ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (fd < 0) return errno;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);  // accepted sockets inherit it
    if (address->ai_family == AF_INET6)
        setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (bind(fd, address->ai_addr, address->ai_addrlen) || listen(fd, 1024) ||
        getsockname(fd, (struct sockaddr *)&name, &length)) {
        int error = errno;
        close(fd);
        return error;
    }
    *bound_port = ntohs(name.ss_family == AF_INET6 ? ((struct sockaddr_in6 *)&name)->sin6_port
                                                   : ((struct sockaddr_in *)&name)->sin_port);
    *out = fd;
    return 0;
}

int chttp_listen(chttp_server *server, const char *host, uint16_t port, bool tls,
                 uint16_t *bound_port) {
    const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
                                   .ai_socktype = SOCK_STREAM};
    struct addrinfo *address = NULL;
    char service[8];
    int fd = -1;
    if (server->endpoint_count == CHTTP_MAX_ENDPOINTS) return ENOSPC;
    snprintf(service, sizeof service, "%u", port);
    if (getaddrinfo(host, service, &hints, &address)) return EINVAL;
    int error = open_socket(address, bound_port, &fd);
    freeaddrinfo(address);
    if (error) return error;
    struct evconnlistener *listener = evconnlistener_new(
        server->base, NULL, NULL, LEV_OPT_CLOSE_ON_FREE | LEV_OPT_CLOSE_ON_EXEC, 0, fd);
    if (!listener) {
        close(fd);
        return ENOMEM;
    }
    evconnlistener_set_error_cb(listener, chttp_on_accept_error);
    struct endpoint *endpoint = &server->endpoints[server->endpoint_count];
    endpoint->http = tls ? server->secure : server->plain;
    endpoint->bound = evhttp_bind_listener(endpoint->http, listener);
    if (!endpoint->bound) {
        evconnlistener_free(listener);
        return ENOMEM;
    }
    server->endpoint_count++;
    return 0;
}

// A key under a passphrase is refused; OpenSSL would ask for it on the terminal.
static int no_passphrase(char *buffer, int size, int writing, void *context) {
    (void)buffer, (void)size, (void)writing, (void)context;
    return -1;
}

static int choose_protocol(SSL *ssl, const unsigned char **out, unsigned char *out_length,
                           const unsigned char *offered, unsigned offered_length, void *context) {
    static const unsigned char http11[] = "\x08http/1.1";
    (void)ssl, (void)context;
    if (SSL_select_next_proto((unsigned char **)out, out_length, http11, sizeof http11 - 1, offered,
                              offered_length) != OPENSSL_NPN_NEGOTIATED)
        return SSL_TLSEXT_ERR_NOACK;
    return SSL_TLSEXT_ERR_OK;
}

static chttp_tls_result load(SSL_CTX *tls, const char *certificate, const char *key) {
    if (!tls || !SSL_CTX_set_min_proto_version(tls, TLS1_2_VERSION)) return CHTTP_TLS_NO_CONTEXT;
    SSL_CTX_set_default_passwd_cb(tls, no_passphrase);
    if (SSL_CTX_use_certificate_chain_file(tls, certificate) != 1) return CHTTP_TLS_BAD_CERTIFICATE;
    if (SSL_CTX_use_PrivateKey_file(tls, key, SSL_FILETYPE_PEM) != 1) {
        bool mismatch = ERR_GET_REASON(ERR_peek_last_error()) == X509_R_KEY_VALUES_MISMATCH;
        return mismatch ? CHTTP_TLS_MISMATCH : CHTTP_TLS_BAD_KEY;
    }
    if (SSL_CTX_check_private_key(tls) != 1) return CHTTP_TLS_MISMATCH;
    static const unsigned char name[] = "web";
    SSL_CTX_set_session_id_context(tls, name, sizeof name - 1);
    SSL_CTX_set_mode(tls, SSL_MODE_RELEASE_BUFFERS | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
    SSL_CTX_set_options(tls, SSL_OP_NO_RENEGOTIATION | SSL_OP_IGNORE_UNEXPECTED_EOF);
    SSL_CTX_set_alpn_select_cb(tls, choose_protocol, NULL);
    return CHTTP_TLS_OK;
}

chttp_tls_result chttp_use_tls(chttp_server *server, const char *certificate, const char *key,
                               char *detail, size_t detail_size) {
    ERR_clear_error();
    SSL_CTX *tls = SSL_CTX_new(TLS_server_method());
    chttp_tls_result result = load(tls, certificate, key);
    if (result != CHTTP_TLS_OK) {
        unsigned long error = ERR_peek_error();
        const char *reason = ERR_SYSTEM_ERROR(error) ? strerror(ERR_GET_REASON(error))
                                                     : ERR_reason_error_string(error);
        snprintf(detail, detail_size, "%s", reason ? reason : "unknown reason");
        ERR_clear_error();
        SSL_CTX_free(tls);
        return result;
    }
    SSL_CTX_free(server->tls);
    server->tls = tls;
    return result;
}
