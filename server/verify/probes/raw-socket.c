/* Asks for sockets that see or forge other people's packets, or that reach the machine this one runs on. */

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <sys/socket.h>

#include "attempt.h"

enum { PACKET = 17, ALG = 38, VSOCK = 40, KEY = 15, XDP = 44, EVERY_PROTOCOL = 0x0003 };

static void ask(const char *what, int family, int type, int protocol) {
  attempt(what, socket(family, type, protocol) >= 0);
}

int main(void) {
  ask("raw ICMP", AF_INET, SOCK_RAW, IPPROTO_ICMP);
  ask("raw IP", AF_INET, SOCK_RAW, IPPROTO_RAW);
  ask("raw IPv6", AF_INET6, SOCK_RAW, IPPROTO_RAW);
  ask("packets of an interface", PACKET, SOCK_RAW, htons(EVERY_PROTOCOL));
  ask("the machine's own host", VSOCK, SOCK_STREAM, 0);
  ask("the kernel's ciphers", ALG, SOCK_SEQPACKET, 0);
  ask("the kernel's keys", KEY, SOCK_RAW, 2);
  ask("an interface's own memory", XDP, SOCK_RAW, 0);
  return done();
}
