#include <arpa/inet.h>
#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

int main(void) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(80)};
    inet_pton(AF_INET, "192.0.2.1", &address.sin_addr);

    int s = socket(AF_INET, SOCK_STREAM, 0);
    int failed = s < 0 || connect(s, (struct sockaddr *)&address, sizeof address) < 0;
    puts(failed ? "no network" : "connected");
    if (s >= 0) close(s);
    return 0;
}
