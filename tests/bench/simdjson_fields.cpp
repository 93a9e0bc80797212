// Reads every field of a file of JSON Lines by simdjson On-Demand, on one thread, and does nothing
// with it: keys and texts unescaped, numbers as numbers. Prints how many there were.
//
//   simdjson_fields FILE
#include <simdjson.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace simdjson;

struct tally {
    std::uint64_t records = 0;
    std::uint64_t fields = 0;
    std::uint64_t bytes = 0; // of texts
    double numbers = 0.0; // their sum
};

// Works for documents and for values inside of them.
template <typename element> static void read(element &&value, tally &tally)
{
    switch (ondemand::json_type(value.type())) {
    case ondemand::json_type::object:
        for (auto field : value.get_object()) {
            tally.fields++;
            tally.bytes += std::string_view(field.unescaped_key()).size();
            read(field.value(), tally);
        }
        break;
    case ondemand::json_type::array:
        for (auto item : value.get_array()) {
            read(item.value(), tally);
        }
        break;
    case ondemand::json_type::string:
        tally.bytes += std::string_view(value.get_string()).size();
        break;
    case ondemand::json_type::number:
        tally.numbers += double(value.get_double());
        break;
    case ondemand::json_type::boolean:
        tally.numbers += bool(value.get_bool());
        break;
    case ondemand::json_type::null:
        break;
    }
}

// The file as memory, with the padding behind it that simdjson wants. Nothing is copied.
static const char *map(const char *path, std::size_t &size)
{
    int file = open(path, O_RDONLY);
    struct stat status;

    if (file < 0 || fstat(file, &status) != 0) {
        throw std::runtime_error("cannot be read");
    }
    size = std::size_t(status.st_size);
    void *room = mmap(nullptr, size + SIMDJSON_PADDING + 4096, PROT_READ,
                      MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (room == MAP_FAILED ||
        (size > 0 && mmap(room, size, PROT_READ, MAP_PRIVATE | MAP_FIXED, file, 0) == MAP_FAILED)) {
        throw std::runtime_error("cannot be mapped");
    }
    madvise(room, size, MADV_SEQUENTIAL);
    close(file);
    return static_cast<const char *>(room);
}

static tally read_file(const char *path)
{
    std::size_t size = 0;
    const char *text = map(path, size);
    const std::size_t batch = ondemand::DEFAULT_BATCH_SIZE;
    ondemand::parser parser;
    tally tally;

    parser.threaded = false;
    ondemand::document_stream records = parser.iterate_many(text, size, batch);
    for (auto record : records) {
        tally.records++;
        read(record, tally);
    }
    if (records.truncated_bytes() != 0) {
        throw std::runtime_error("ends in the middle of a record");
    }
    return tally;
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: simdjson_fields FILE\n", stderr);
        return 2;
    }
    try {
        tally tally = read_file(argv[1]);
        std::printf("%ju records, %ju fields, %ju bytes of texts, numbers that sum to %.17g\n",
                    std::uintmax_t(tally.records), std::uintmax_t(tally.fields),
                    std::uintmax_t(tally.bytes), tally.numbers);
        return 0;
    } catch (const std::exception &error) {
        std::fprintf(stderr, "simdjson_fields: %s: %s\n", argv[1], error.what());
        return 3;
    }
}
