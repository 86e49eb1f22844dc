#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <iostream>

int main() {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(80);
    inet_pton(AF_INET, "192.0.2.1", &address.sin_addr);

    const int s = socket(AF_INET, SOCK_STREAM, 0);
    const bool failed =
        s < 0 || connect(s, reinterpret_cast<sockaddr*>(&address), sizeof address) < 0;
    std::cout << (failed ? "no network" : "connected") << '\n';
    if (s >= 0) close(s);
}
