#include <math.h>
#include <stdio.h>

int main(void) {
    volatile double two = 2;
    printf("%.6f %.3f\n", sqrt(two), pow(two, 0.5) * sin(two));
    return 0;
}
