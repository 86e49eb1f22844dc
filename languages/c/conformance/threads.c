#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>

static atomic_int total;

static void *add(void *arg) {
    for (int i = 0; i < 1000; i++) atomic_fetch_add(&total, 1);
    return arg;
}

int main(void) {
    pthread_t threads[8];
    for (int i = 0; i < 8; i++) pthread_create(&threads[i], NULL, add, NULL);
    for (int i = 0; i < 8; i++) pthread_join(threads[i], NULL);
    printf("%d\n", total);
    return 0;
}
