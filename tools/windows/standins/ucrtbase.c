/* numpy calls the C99 functions of complex numbers, which wine's ucrtbase leaves out. Microsoft hands
   a double complex over by reference and a float one in a register, as the structs here are. */
#include <complex.h>

typedef union { struct { double re, im; } at; double complex c; } Both;
typedef union { struct { float re, im; } at; float complex c; } BothF;
typedef struct { double re, im; } Wide;
typedef struct { float re, im; } Narrow;

static double complex in(Wide z) { Both b = {{z.re, z.im}}; return b.c; }
static float complex inf_(Narrow z) { BothF b = {{z.re, z.im}}; return b.c; }
static Wide out(double complex c) { Both b; b.c = c; Wide z = {b.at.re, b.at.im}; return z; }
static Narrow outf(float complex c) { BothF b; b.c = c; Narrow z = {b.at.re, b.at.im}; return z; }

#define COMPLEX(name) \
    Wide own_##name(Wide z) { return out(name(in(z))); } \
    Wide own_##name##l(Wide z) { return out(name(in(z))); } \
    Narrow own_##name##f(Narrow z) { return outf(name##f(inf_(z))); }
#define REAL(name) \
    double own_##name(Wide z) { return name(in(z)); } \
    double own_##name##l(Wide z) { return name(in(z)); } \
    float own_##name##f(Narrow z) { return name##f(inf_(z)); }

COMPLEX(cacos) COMPLEX(cacosh) COMPLEX(casin) COMPLEX(casinh) COMPLEX(catan) COMPLEX(catanh)
COMPLEX(ccos) COMPLEX(ccosh) COMPLEX(cexp) COMPLEX(clog) COMPLEX(conj) COMPLEX(csin) COMPLEX(csinh)
COMPLEX(csqrt) COMPLEX(ctan) COMPLEX(ctanh)
REAL(carg) REAL(cabs) REAL(creal) REAL(cimag)

Wide own_cpow(Wide a, Wide b) { return out(cpow(in(a), in(b))); }
Wide own_cpowl(Wide a, Wide b) { return out(cpow(in(a), in(b))); }
Narrow own_cpowf(Narrow a, Narrow b) { return outf(cpowf(inf_(a), inf_(b))); }
