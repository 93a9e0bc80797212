/* Built with AddressSanitizer, an allocation too large to succeed gives NULL, as it does without,
 * instead of ending the test. */
const char *__asan_default_options(void);

const char *__asan_default_options(void)
{
    return "allocator_may_return_null=1";
}
