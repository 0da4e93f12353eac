/* Qt looks here for text codecs other than its own; this one knows none. */
#define EXPORT __declspec(dllexport)
enum { U_ZERO_ERROR, U_ILLEGAL_ARGUMENT_ERROR, U_FILE_ACCESS_ERROR = 4 };

static void *refuse(int *error, int reason)
{
    if (error)
        *error = reason;
    return 0;
}

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; return refuse(error, U_FILE_ACCESS_ERROR); }
EXPORT const char *ucnv_getName(void *codec, int *error) { (void)codec; return refuse(error, U_ILLEGAL_ARGUMENT_ERROR); }
EXPORT const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name, (void)standard;
    return refuse(error, U_FILE_ACCESS_ERROR);
}
EXPORT const char *ucnv_getAvailableName(int number) { (void)number; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT signed char ucnv_getMaxCharSize(void *codec) { (void)codec; return 1; }
EXPORT int ucnv_toUCountPending(void *codec, int *error) { (void)codec, (void)error; return 0; }
EXPORT int ucnv_fromUCountPending(void *codec, int *error) { (void)codec, (void)error; return 0; }

/* never reached without a codec */
#define NEVER(name) EXPORT void name(void) {}
NEVER(UCNV_FROM_U_CALLBACK_SUBSTITUTE) NEVER(UCNV_TO_U_CALLBACK_SUBSTITUTE)
NEVER(ucnv_cbFromUWriteUChars) NEVER(ucnv_cbToUWriteUChars) NEVER(ucnv_close) NEVER(ucnv_fromUnicode)
NEVER(ucnv_getFromUCallBack) NEVER(ucnv_getToUCallBack) NEVER(ucnv_reset) NEVER(ucnv_setFromUCallBack)
NEVER(ucnv_setToUCallBack) NEVER(ucnv_toUnicode)
