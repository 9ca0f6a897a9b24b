/*
 * A line server over Intel ISA-L's erasure coding, so that a benchmark in another process can measure it in turn with its own
 * candidates. One thread. Commands on standard input, answers on standard output; raw bytes follow the lines marked with +.
 *
 *   version                    ->  isal <major>.<minor>.<patch>
 *   load <shards> <bytes> +    ->  ok            the shards in a row; they are laid out at the stride that the caller asked for
 *   matrix <rows> <cols> +     ->  ok            rows x cols coefficients of GF(2^8)/0x11D; cols = shards
 *   stride <extra>             ->  ok            bytes between two shards beyond their length; before load
 *   run <times>                ->  done <CPU ns of this thread> <wall ns>
 *   output                     ->  bytes <count> + rows x bytes, in a row
 *
 * Encoding and reconstructing are the same to it: rows of coefficients times shards. Its tables are made once, by `matrix`.
 * Anything else ends it with a message and status 1.
 */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <isa-l.h>

#define MOST_SHARDS 256
#define ALIGNMENT 64

static int shards, rows, columns;
static size_t bytes, stride, extra;
static unsigned char *source, *result, *tables;
static unsigned char *source_at[MOST_SHARDS], *result_at[MOST_SHARDS];

static void fail(const char *why) {
    fprintf(stderr, "isal-server: %s\n", why);
    exit(1);
}

static unsigned char *allocate(size_t size) {
    void *place = NULL;
    if (posix_memalign(&place, ALIGNMENT, size + ALIGNMENT) != 0) fail("out of memory");
    memset(place, 0, size + ALIGNMENT); /* touched now, so that no page fault is measured */
    return place;
}

static void read_fully(unsigned char *into, size_t count) {
    if (fread(into, 1, count, stdin) != count) fail("the input ends too early");
}

static void answer(const char *line) {
    puts(line);
    fflush(stdout);
}

static void load(int count, size_t length) {
    if (count < 1 || count > MOST_SHARDS || length < 1 || length > ((size_t)1 << 30)) fail("load: out of range");
    shards = count;
    bytes = length;
    stride = bytes + extra;
    free(tables);
    tables = NULL;
    free(source);
    source = allocate((size_t)shards * stride);
    for (int i = 0; i < shards; i++) {
        source_at[i] = source + (size_t)i * stride;
        read_fully(source_at[i], bytes);
    }
}

static void matrix(int of_rows, int of_columns) {
    if (of_rows < 1 || of_rows > MOST_SHARDS || of_columns != shards) fail("matrix: out of range");
    rows = of_rows;
    columns = of_columns;
    unsigned char *coefficients = allocate((size_t)rows * (size_t)columns);
    read_fully(coefficients, (size_t)rows * (size_t)columns);
    free(tables);
    tables = allocate((size_t)32 * (size_t)rows * (size_t)columns);
    ec_init_tables(columns, rows, coefficients, tables);
    free(coefficients);
    free(result);
    result = allocate((size_t)rows * stride);
    for (int i = 0; i < rows; i++) result_at[i] = result + (size_t)i * stride;
}

static int64_t nanoseconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void run(int times) {
    if (tables == NULL) fail("run: no matrix yet");
    int64_t wall = nanoseconds(CLOCK_MONOTONIC), cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID);
    for (int i = 0; i < times; i++) ec_encode_data((int)bytes, columns, rows, tables, source_at, result_at);
    cpu = nanoseconds(CLOCK_THREAD_CPUTIME_ID) - cpu;
    wall = nanoseconds(CLOCK_MONOTONIC) - wall;
    printf("done %lld %lld\n", (long long)cpu, (long long)wall);
    fflush(stdout);
}

static void output(void) {
    printf("bytes %llu\n", (unsigned long long)rows * bytes);
    for (int i = 0; i < rows; i++) fwrite(result_at[i], 1, bytes, stdout);
    fflush(stdout);
}

int main(void) {
    char line[128];
    while (fgets(line, sizeof line, stdin) != NULL) {
        unsigned long long size;
        int a, b; /* numbers of the command */
        if (sscanf(line, "stride %llu", &size) == 1 && size <= 4096) {
            extra = (size_t)size;
            answer("ok");
        } else if (sscanf(line, "load %d %llu", &a, &size) == 2) {
            load(a, (size_t)size);
            answer("ok");
        } else if (sscanf(line, "matrix %d %d", &a, &b) == 2) {
            matrix(a, b);
            answer("ok");
        } else if (sscanf(line, "run %d", &a) == 1) {
            run(a);
        } else if (strcmp(line, "output\n") == 0) {
            output();
        } else if (strcmp(line, "version\n") == 0) {
            printf("isal %d.%d.%d\n", ISAL_MAJOR_VERSION, ISAL_MINOR_VERSION, ISAL_PATCH_VERSION);
            fflush(stdout);
        } else {
            fail("no such command");
        }
    }
    return 0;
}
