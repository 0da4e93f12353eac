/* All that is built with Rust draws its random numbers from ProcessPrng; wine 8 has RtlGenRandom alone. */
__declspec(dllimport) unsigned char __stdcall SystemFunction036(void *bytes, unsigned long length);

__declspec(dllexport) int __stdcall ProcessPrng(unsigned char *bytes, unsigned long long length)
{
    while (length) {
        unsigned long part = length > 1 << 20 ? 1 << 20 : (unsigned long)length;
        if (!SystemFunction036(bytes, part))
            return 0;
        bytes += part;
        length -= part;
    }
    return 1;
}
