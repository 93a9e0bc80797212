/* Built with AddressSanitizer, an allocation too large to succeed gives NULL, as it does without,
 * instead of ending the test. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}

/* libxlsxwriter 1.1.4 copies the formula of a list to choose from twice, and frees one. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:lxw_strdup\n";
}

const char *__lsan_default_options(void);

const char *__lsan_default_options(void)
{
    return "print_suppressions=0";
}
