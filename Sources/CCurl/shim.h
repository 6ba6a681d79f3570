#pragma once
// libcurl, loaded with dlopen(3) when it is first used: it brings some thirty libraries, which would
// otherwise be read and bound before the first picture, and by kiosks that report to nobody too.
// Its variadic calls become one typed function for each type of value.

#include <curl/curl.h>
#include <dlfcn.h>

/// The address of a function of libcurl, null without the library.
static inline void *CCurl_find(const char *name) {
    static void *library;
    if (!library) library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
    return library ? dlsym(library, name) : NULL;
}

/// A function of libcurl with its type, to be called only after CCurl_global_init.
#define CCURL(name) ((__typeof__(&name))CCurl_find(#name))

/// Loads the library; everything else needs that this gave CURLE_OK.
static inline CURLcode CCurl_global_init(long flags) {
    return CCurl_find("curl_global_init") ? CCURL(curl_global_init)(flags) : CURLE_FAILED_INIT;
}

static inline CURL *CCurl_easy_init(void) { return CCURL(curl_easy_init)(); }
static inline void CCurl_easy_cleanup(CURL *curl) { CCURL(curl_easy_cleanup)(curl); }
static inline void CCurl_easy_reset(CURL *curl) { CCURL(curl_easy_reset)(curl); }
static inline CURLcode CCurl_easy_perform(CURL *curl) { return CCURL(curl_easy_perform)(curl); }
static inline const char *CCurl_easy_strerror(CURLcode code) {
    return CCURL(curl_easy_strerror)(code);
}

static inline struct curl_slist *CCurl_slist_append(struct curl_slist *list, const char *line) {
    return CCURL(curl_slist_append)(list, line);
}
static inline void CCurl_slist_free_all(struct curl_slist *list) {
    CCURL(curl_slist_free_all)(list);
}

static inline CURLcode CCurl_set_long(CURL *curl, CURLoption option, long value) {
    return CCURL(curl_easy_setopt)(curl, option, value);
}

static inline CURLcode CCurl_set_string(CURL *curl, CURLoption option, const char *value) {
    return CCURL(curl_easy_setopt)(curl, option, value);
}

static inline CURLcode CCurl_set_pointer(CURL *curl, CURLoption option, void *value) {
    return CCURL(curl_easy_setopt)(curl, option, value);
}

static inline CURLcode CCurl_set_body(CURL *curl, const void *bytes, curl_off_t count) {
    CURLcode code = CCURL(curl_easy_setopt)(curl, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code ? code : CCURL(curl_easy_setopt)(curl, CURLOPT_POSTFIELDS, bytes);
}

static inline CURLcode CCurl_set_receiver(
    CURL *curl, size_t (*receive)(char *, size_t, size_t, void *), void *context) {
    CURLcode code = CCURL(curl_easy_setopt)(curl, CURLOPT_WRITEFUNCTION, receive);
    return code ? code : CCURL(curl_easy_setopt)(curl, CURLOPT_WRITEDATA, context);
}

static inline CURLcode CCurl_set_progress(
    CURL *curl, int (*progress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t),
    void *context) {
    CURLcode code = CCURL(curl_easy_setopt)(curl, CURLOPT_XFERINFOFUNCTION, progress);
    if (!code) code = CCURL(curl_easy_setopt)(curl, CURLOPT_XFERINFODATA, context);
    return code ? code : CCURL(curl_easy_setopt)(curl, CURLOPT_NOPROGRESS, 0L);
}

static inline CURLcode CCurl_status(CURL *curl, long *status) {
    return CCURL(curl_easy_getinfo)(curl, CURLINFO_RESPONSE_CODE, status);
}
