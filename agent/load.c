#include "load.h"

#include <elf.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MOST_SEGMENTS = 64 };

static bool read_header(int file, Elf64_Ehdr *header) {
  return pread(file, header, sizeof *header, 0) == (ssize_t)sizeof *header &&
         memcmp(header->e_ident, ELFMAG, SELFMAG) == 0 && header->e_ident[EI_CLASS] == ELFCLASS64 &&
         header->e_phentsize == sizeof(Elf64_Phdr) && header->e_phnum <= MOST_SEGMENTS;
}

/* The largest part of a program that is not in its file: 0 for what is no such program. */
static uint64_t largest_blank(int file) {
  Elf64_Ehdr header;
  Elf64_Phdr segments[MOST_SEGMENTS];
  if (!read_header(file, &header)) return 0;
  ssize_t length = (ssize_t)(header.e_phnum * sizeof *segments);
  if (pread(file, segments, (size_t)length, (off_t)header.e_phoff) != length) return 0;
  uint64_t largest = 0;
  for (size_t i = 0; i < header.e_phnum; i++) {
    const Elf64_Phdr *segment = &segments[i];
    if (segment->p_type != PT_LOAD || segment->p_memsz <= segment->p_filesz) continue;
    uint64_t blank = segment->p_memsz - segment->p_filesz;
    if (blank > largest) largest = blank;
  }
  return largest;
}

bool can_be_loaded(const char *file) {
  int descriptor = open(file, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  if (descriptor < 0) return true;
  uint64_t blank = largest_blank(descriptor);
  close(descriptor);
  if (blank == 0) return true;
  void *room = mmap(NULL, blank, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) return false;
  munmap(room, blank);
  return true;
}
