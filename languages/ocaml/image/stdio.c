/*
 * Linked into every program. OCaml keeps what is printed until its buffer is full or the program ends, even for a
 * terminal. Here stdout is written when a line ends, and before a program waits for stdin: people see what was printed.
 */
#define CAML_INTERNALS
#include <caml/io.h>
#include <caml/memory.h>
#include <caml/mlvalues.h>
#include <string.h>

extern value caml_ml_flush(value channel);
extern value __real_caml_ml_output(value channel, value bytes, value start, value length);
extern value __real_caml_ml_output_bytes(value channel, value bytes, value start, value length);
extern value __real_caml_ml_output_char(value channel, value character);
extern value __real_caml_ml_input(value channel, value bytes, value start, value length);
extern value __real_caml_ml_input_char(value channel);
extern value __real_caml_ml_input_scan_line(value channel);

/* The program's stdout, once something was printed there. */
static value printed = Val_unit;

static int remember(value channel) {
    if (Channel(channel)->fd != 1) return 0;
    if (printed == Val_unit) {
        printed = channel;
        caml_register_generational_global_root(&printed);
    }
    return 1;
}

static int ends_line(value channel, value bytes, value start, value length) {
    return remember(channel) && memchr(Bytes_val(bytes) + Long_val(start), '\n', Long_val(length)) != NULL;
}

static void flush_before(value channel) {
    struct channel *input = Channel(channel);
    if (input->fd == 0 && input->curr >= input->max && printed != Val_unit) caml_ml_flush(printed);
}

value __wrap_caml_ml_output(value channel, value bytes, value start, value length) {
    CAMLparam4(channel, bytes, start, length);
    int ends = ends_line(channel, bytes, start, length);
    __real_caml_ml_output(channel, bytes, start, length);
    if (ends) caml_ml_flush(channel);
    CAMLreturn(Val_unit);
}

value __wrap_caml_ml_output_bytes(value channel, value bytes, value start, value length) {
    CAMLparam4(channel, bytes, start, length);
    int ends = ends_line(channel, bytes, start, length);
    __real_caml_ml_output_bytes(channel, bytes, start, length);
    if (ends) caml_ml_flush(channel);
    CAMLreturn(Val_unit);
}

value __wrap_caml_ml_output_char(value channel, value character) {
    CAMLparam2(channel, character);
    int ends = remember(channel) && Long_val(character) == '\n';
    __real_caml_ml_output_char(channel, character);
    if (ends) caml_ml_flush(channel);
    CAMLreturn(Val_unit);
}

value __wrap_caml_ml_input(value channel, value bytes, value start, value length) {
    CAMLparam4(channel, bytes, start, length);
    flush_before(channel);
    CAMLreturn(__real_caml_ml_input(channel, bytes, start, length));
}

value __wrap_caml_ml_input_char(value channel) {
    CAMLparam1(channel);
    flush_before(channel);
    CAMLreturn(__real_caml_ml_input_char(channel));
}

value __wrap_caml_ml_input_scan_line(value channel) {
    CAMLparam1(channel);
    flush_before(channel);
    CAMLreturn(__real_caml_ml_input_scan_line(channel));
}
