/* Qt asks for the screen's colour profile at its start, and wine's mscms ends the process there. */
void *own_WcsCreateIccProfile(void *profile, unsigned options)
{
    (void)profile, (void)options;
    return 0; /* there is none */
}
