#pragma once

// The part of cairo 1.16, pango 1.50 and fontconfig 2.14 that the Paint module uses, declared here so that neither
// glib's include paths nor its compiler flags are needed. Names, types and values are those of the
// libraries' stable ABI; enumerations are passed as int.

#include <stddef.h>
#include <stdint.h>

// cairo

typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo_pattern cairo_pattern_t;
typedef struct _cairo_font_options cairo_font_options_t;
typedef int (*cairo_write_func_t)(void *closure, const unsigned char *data, unsigned int length);

enum {
    CAIRO_STATUS_SUCCESS = 0,
    CAIRO_STATUS_WRITE_ERROR = 11,
    CAIRO_FORMAT_RGB24 = 1,
    CAIRO_FILTER_BEST = 2,
    CAIRO_ANTIALIAS_NONE = 1,
    CAIRO_ANTIALIAS_GRAY = 2,
    CAIRO_HINT_STYLE_NONE = 1,
    CAIRO_HINT_METRICS_OFF = 1,
    CAIRO_PDF_METADATA_TITLE = 0,
    CAIRO_PDF_METADATA_CREATOR = 4,
};

int cairo_format_stride_for_width(int format, int width);
cairo_surface_t *cairo_image_surface_create_for_data(
    unsigned char *data, int format, int width, int height, int stride);
cairo_surface_t *cairo_image_surface_create(int format, int width, int height);
int cairo_surface_status(cairo_surface_t *surface);
void cairo_surface_flush(cairo_surface_t *surface);
void cairo_surface_finish(cairo_surface_t *surface);
void cairo_surface_destroy(cairo_surface_t *surface);
int cairo_surface_write_to_png_stream(
    cairo_surface_t *surface, cairo_write_func_t write_func, void *closure);

cairo_surface_t *cairo_pdf_surface_create_for_stream(
    cairo_write_func_t write_func, void *closure, double width_in_points, double height_in_points);
void cairo_pdf_surface_set_metadata(cairo_surface_t *surface, int metadata, const char *utf8);

cairo_t *cairo_create(cairo_surface_t *surface);
void cairo_destroy(cairo_t *cr);
int cairo_status(cairo_t *cr);
const char *cairo_status_to_string(int status);
void cairo_set_antialias(cairo_t *cr, int antialias);
void cairo_set_source_rgb(cairo_t *cr, double red, double green, double blue);
void cairo_set_source_surface(cairo_t *cr, cairo_surface_t *surface, double x, double y);
cairo_pattern_t *cairo_get_source(cairo_t *cr);
void cairo_pattern_set_filter(cairo_pattern_t *pattern, int filter);
void cairo_save(cairo_t *cr);
void cairo_restore(cairo_t *cr);
void cairo_scale(cairo_t *cr, double sx, double sy);
void cairo_new_path(cairo_t *cr);
void cairo_move_to(cairo_t *cr, double x, double y);
void cairo_rectangle(cairo_t *cr, double x, double y, double width, double height);
void cairo_arc(
    cairo_t *cr, double xc, double yc, double radius, double angle1, double angle2);
void cairo_line_to(cairo_t *cr, double x, double y);
void cairo_curve_to(
    cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3);
void cairo_translate(cairo_t *cr, double tx, double ty);
void cairo_close_path(cairo_t *cr);
void cairo_clip(cairo_t *cr);
void cairo_fill(cairo_t *cr);
void cairo_paint(cairo_t *cr);
void cairo_show_page(cairo_t *cr);

cairo_font_options_t *cairo_font_options_create(void);
void cairo_font_options_destroy(cairo_font_options_t *options);
void cairo_font_options_set_antialias(cairo_font_options_t *options, int antialias);
void cairo_font_options_set_hint_style(cairo_font_options_t *options, int style);
void cairo_font_options_set_hint_metrics(cairo_font_options_t *options, int metrics);

// pango

typedef struct _PangoFontMap PangoFontMap;
typedef struct _PangoContext PangoContext;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoLayoutIter PangoLayoutIter;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoLanguage PangoLanguage;
typedef struct _PangoFont PangoFont;

typedef struct {
    int x;
    int y;
    int width;
    int height;
} PangoRectangle;

enum {
    PANGO_SCALE = 1024,
    PANGO_WEIGHT_NORMAL = 400,
    PANGO_WEIGHT_BOLD = 700,
    PANGO_WRAP_WORD = 0,
    PANGO_ALIGN_LEFT = 0,
    PANGO_ALIGN_CENTER = 1,
    PANGO_ALIGN_RIGHT = 2,
    PANGO_ELLIPSIZE_END = 3,
};

void g_object_unref(void *object);

PangoFontMap *pango_cairo_font_map_new(void);
PangoContext *pango_font_map_create_context(PangoFontMap *map);
void pango_cairo_context_set_resolution(PangoContext *context, double dpi);
void pango_cairo_context_set_font_options(
    PangoContext *context, const cairo_font_options_t *options);
void pango_cairo_update_layout(cairo_t *cr, PangoLayout *layout);
void pango_cairo_show_layout(cairo_t *cr, PangoLayout *layout);

void pango_context_set_language(PangoContext *context, PangoLanguage *language);
PangoLanguage *pango_language_from_string(const char *language);

PangoFontDescription *pango_font_description_new(void);
void pango_font_description_free(PangoFontDescription *description);
void pango_font_description_set_family(PangoFontDescription *description, const char *family);
void pango_font_description_set_weight(PangoFontDescription *description, int weight);
void pango_font_description_set_absolute_size(PangoFontDescription *description, double size);

PangoLayout *pango_layout_new(PangoContext *context);
void pango_layout_context_changed(PangoLayout *layout);
void pango_layout_set_text(PangoLayout *layout, const char *text, int length);
void pango_layout_set_font_description(
    PangoLayout *layout, const PangoFontDescription *description);
void pango_layout_set_width(PangoLayout *layout, int width);
void pango_layout_set_height(PangoLayout *layout, int height);
void pango_layout_set_wrap(PangoLayout *layout, int wrap);
void pango_layout_set_ellipsize(PangoLayout *layout, int ellipsize);
void pango_layout_set_alignment(PangoLayout *layout, int alignment);
void pango_layout_set_line_spacing(PangoLayout *layout, float factor);
int pango_layout_get_line_count(PangoLayout *layout);
int pango_layout_get_unknown_glyphs_count(PangoLayout *layout);
void pango_layout_get_pixel_extents(
    PangoLayout *layout, PangoRectangle *ink, PangoRectangle *logical);

PangoLayoutIter *pango_layout_get_iter(PangoLayout *layout);
void pango_layout_iter_free(PangoLayoutIter *iter);
int pango_layout_iter_next_run(PangoLayoutIter *iter);

// The beginnings of pango's public run structures, as far as the glyph ids need them.

typedef struct {
    void *shape_engine;
    void *lang_engine;
    PangoFont *font;
} PaintAnalysisHead;

typedef struct {
    int offset;
    int length;
    int num_chars;
    PaintAnalysisHead analysis;
} PaintItemHead;

typedef struct {
    uint32_t glyph;
    int width;
    int x_offset;
    int y_offset;
    uint32_t attributes;
} PaintGlyphInfo;

typedef struct {
    int num_glyphs;
    PaintGlyphInfo *glyphs;
} PaintGlyphStringHead;

typedef struct {
    PaintItemHead *item;
    PaintGlyphStringHead *glyphs;
} PangoGlyphItem;

PangoGlyphItem *pango_layout_iter_get_run_readonly(PangoLayoutIter *iter);

// fontconfig 2.14

typedef struct _FcConfig FcConfig;
typedef struct _FcPattern FcPattern;

typedef struct {
    int nfont;
    int sfont;
    FcPattern **fonts;
} FcFontSet;

FcConfig *FcConfigCreate(void);
void FcConfigDestroy(FcConfig *config);
int FcConfigParseAndLoadFromMemory(FcConfig *config, const unsigned char *buffer, int complain);
int FcConfigBuildFonts(FcConfig *config);
int FcConfigSetCurrent(FcConfig *config);
FcFontSet *FcConfigGetFonts(FcConfig *config, int set);
int FcPatternGetString(
    const FcPattern *pattern, const char *object, int number, unsigned char **string);
