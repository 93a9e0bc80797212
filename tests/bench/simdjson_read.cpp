// Reads JSON Lines with simdjson On-Demand, every field of every node and link, and throws them away:
// what bench/read.c is held against. No part of the build; where libsimdjson-dev is installed:
//
//     c++ -O2 -std=c++17 -o simdjson_read tests/bench/simdjson_read.cpp -lsimdjson
//     simdjson_read FILE [ROUNDS]
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <simdjson.h>

using namespace simdjson;

static uint64_t records;
static uint64_t digest; // so that nothing that is read can be left out

static void read_value(ondemand::value value);

static void read_object(ondemand::object object)
{
    for (auto field : object) {
        digest += std::string_view(field.unescaped_key()).size();
        read_value(field.value());
    }
}

static void read_value(ondemand::value value)
{
    switch (value.type()) {
    case ondemand::json_type::string:
        digest += std::string_view(value.get_string()).size();
        break;
    case ondemand::json_type::number:
        digest += static_cast<uint64_t>(double(value.get_double()));
        break;
    case ondemand::json_type::boolean:
        digest += bool(value.get_bool());
        break;
    case ondemand::json_type::array:
        for (auto element : value.get_array()) {
            read_value(element.value());
        }
        break;
    case ondemand::json_type::object:
        read_object(value.get_object());
        break;
    case ondemand::json_type::null:
        break;
    }
}

static void read_file(const char *path)
{
    padded_string bytes = padded_string::load(path);
    ondemand::parser parser;
    ondemand::document_stream lines = parser.iterate_many(bytes, 1 << 20);

    for (auto line : lines) {
        read_object(line.get_object());
        records++;
    }
}

int main(int argc, char **argv)
{
    int rounds = argc > 2 ? std::atoi(argv[2]) : 5;
    double best_s = 1e9;

    for (int i = 0; argc > 1 && i < rounds; i++) {
        auto start = std::chrono::steady_clock::now();
        records = 0;
        read_file(argv[1]);
        std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
        best_s = elapsed.count() < best_s ? elapsed.count() : best_s;
    }
    std::printf("%.4f s, %llu records (%llu)\n", best_s, (unsigned long long)records,
                (unsigned long long)digest);
    return 0;
}
