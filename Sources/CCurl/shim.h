#pragma once
// libcurl's variadic calls, one typed function for each type of value.

#include <curl/curl.h>

static inline CURLcode CCurl_set_long(CURL *curl, CURLoption option, long value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode CCurl_set_string(CURL *curl, CURLoption option, const char *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode CCurl_set_pointer(CURL *curl, CURLoption option, void *value) {
    return curl_easy_setopt(curl, option, value);
}

static inline CURLcode CCurl_set_body(CURL *curl, const void *bytes, curl_off_t count) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, count);
    return code ? code : curl_easy_setopt(curl, CURLOPT_POSTFIELDS, bytes);
}

static inline CURLcode CCurl_set_receiver(
    CURL *curl, size_t (*receive)(char *, size_t, size_t, void *), void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, receive);
    return code ? code : curl_easy_setopt(curl, CURLOPT_WRITEDATA, context);
}

static inline CURLcode CCurl_set_progress(
    CURL *curl, int (*progress)(void *, curl_off_t, curl_off_t, curl_off_t, curl_off_t),
    void *context) {
    CURLcode code = curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, progress);
    if (!code) code = curl_easy_setopt(curl, CURLOPT_XFERINFODATA, context);
    return code ? code : curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
}

static inline CURLcode CCurl_status(CURL *curl, long *status) {
    return curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, status);
}
