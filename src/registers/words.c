/* Our own words as people write them. */
#include "registers/words.h"

#include <string.h>

#include <vclink/table.h>

#include "base/unicode.h"

/* What people write stands as vcl_unicode_search_key() has it. */
typedef struct spelling {
    vcl_takes takes;
    const char *word;
    const char *spellings; /* separated by spaces */
} spelling;

static const spelling all[] = {
    { VCL_TAKES_KIND, "farmer",
      "farmer farmers household hogiadinh ho hnd honongdan nongho nongdan hothanhvien xavien "
      "canhan" },
    { VCL_TAKES_KIND, "group",
      "group cooperativegroup tohoptac tht tohoptacsanxuat to nhom nhomsothich tosanxuat "
      "tolienket" },
    { VCL_TAKES_KIND, "cooperative",
      "cooperative coop hoptacxa htx htxnongnghiep hoptacxanongnghiep htxnn htxdvnn" },
    { VCL_TAKES_KIND, "union",
      "union cooperativeunion lienhiephoptacxa lienhiephtx lhhtx lienhiepcachoptacxa "
      "lienhiep lienhiepcachtx" },
    { VCL_TAKES_KIND, "enterprise",
      "enterprise company trader doanhnghiep dn congty cty thuonglai hokinhdoanh cosothumua" },
    { VCL_TAKES_STATUS, "active",
      "active danghoatdong hoatdong conhoatdong hoatdongbinhthuong hoatdonghieuqua hoatdongtot "
      "hoatdongon hoatdongondinh binhthuong operating" },
    { VCL_TAKES_STATUS, "suspended",
      "suspended tamngung tamngunghoatdong ngunghoatdong ngung tamdung tamdunghoatdong "
      "dunghoatdong khonghoatdong inactive chogiaithe dangchogiaithe danglamthutucgiaithe" },
    { VCL_TAKES_STATUS, "dissolved",
      "dissolved giaithe dagiaithe chamduthoatdong dachamduthoatdong phasan daphasan closed" },
    { VCL_TAKES_LINK_KIND, "supply",
      "supply cungung tieuthu baotieu lienkettieuthu tieuthusanpham baotieusanpham daura "
      "banhang muaban cungcap cungungsanpham tieuthunongsan baotieudaura" },
    { VCL_TAKES_LINK_KIND, "input",
      "input inputs cungungdauvao dauvao vattu cungungvattu dichvu vattudauvao cungcapdauvao "
      "cungungvattudauvao vattudichvu" },
    { VCL_TAKES_LINK_KIND, "membership",
      "membership member thanhvien lathanhvien quanhethanhvien" },
    { VCL_TAKES_LINK_STATUS, "active",
      "active danghoatdong dangthuchien conhieuluc hieuluc dangconhieuluc hoatdong dangcohieuluc "
      "inforce" },
    { VCL_TAKES_LINK_STATUS, "ended",
      "ended dachamdut chamdut dathanhly thanhly daketthuc ketthuc hethan dahethan hethieuluc "
      "dahethieuluc ngungthuchien expired" },
    { VCL_TAKES_LINK_STATUS, "breached",
      "breached bivipham vipham phavo biphavo dutgay phavohopdong "
      "viphamhopdong" },
    { VCL_TAKES_CONTRACT, "written",
      "written bangvanban vanban covanban cohopdong hopdong hd hopdongvanban hopdongbangvanban "
      "hopdongkinhte hopdongnguyentac co x yes daky hopdonglienket kyhopdong dakyhopdong "
      "bienbanghinho bienbanthoathuan" },
    { VCL_TAKES_CONTRACT, "oral",
      "oral mieng thoathuanmieng bangmieng hopdongmieng loinoi bangloinoi thoathuan "
      "thoathuanbangmieng thoathuanbangloinoi verbal" },
    { VCL_TAKES_CONTRACT, "none",
      "none khong khongco khongcohopdong khonghopdong chuaco chuacohopdong tudo bantudo muabantudo "
      "no khongkyhopdong" },
};

/* Is `key` one of the words of `list`? */
static bool is_among(vcl_slice key, const char *list)
{
    while (*list != '\0') {
        size_t size = strcspn(list, " ");
        if (size == key.size && memcmp(list, key.bytes, size) == 0) {
            return true;
        }
        list += size + (list[size] == ' ');
    }
    return false;
}

/* How statuses begin that people write more of: "Đã giải thể năm 2020", "ngừng HĐ từ 2021". */
static const spelling beginnings[] = {
    { VCL_TAKES_STATUS, "suspended",
      "tamngung tamdung ngung dunghoatdong dunghd khonghoatdong "
      "khongconhoatdong chogiaithe danggiaithe dangchogiaithe "
      "danglamthutucgiaithe dangtamngung dangngung" },
    { VCL_TAKES_STATUS, "dissolved",
      "dagiaithe giaithe chamduthoatdong dachamdut daphasan phasan" },
    { VCL_TAKES_STATUS, "active", "danghoatdong hoatdong vanhoatdong conhoatdong danghd" },
};

/* Does `key` begin with one of the words of `list`? */
static bool begins_with_any(vcl_slice key, const char *list)
{
    while (*list != '\0') {
        size_t size = strcspn(list, " ");
        if (size <= key.size && memcmp(list, key.bytes, size) == 0) {
            return true;
        }
        list += size + (list[size] == ' ');
    }
    return false;
}

/* NULL where the text begins as no status. */
static const char *status_begun(vcl_slice key)
{
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        if (begins_with_any(key, beginnings[i].spellings)) {
            return beginnings[i].word;
        }
    }
    return NULL;
}

/* A contract's number stands for a written one: "12/2024/HĐ-LK". */
static bool is_contract_number(vcl_slice key)
{
    bool has_digit = false;
    bool has_letters = false;

    for (size_t i = 0; i < key.size; i++) {
        has_digit = has_digit || vcl_reading_is_digit(key.bytes[i]);
        has_letters = has_letters || (i + 1 < key.size && memcmp(key.bytes + i, "hd", 2) == 0);
    }
    return has_digit && has_letters;
}

vcl_reading vcl_word_read(vcl_takes takes, vcl_slice cell, vcl_text *key, const char **out)
{
    vcl_text_clear(key);
    vcl_unicode_search_key(key, cell);
    vcl_slice sought = { vcl_text_bytes(key), key->size };

    *out = NULL;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].takes == takes && is_among(sought, all[i].spellings)) {
            *out = all[i].word;
            return vcl_reading_as(VCL_MSG_READ_WORD);
        }
    }
    *out = takes == VCL_TAKES_STATUS ? status_begun(sought) : NULL;
    if (*out != NULL) {
        return vcl_reading_as(VCL_MSG_READ_WORD_BEGUN);
    }
    if (takes == VCL_TAKES_CONTRACT && is_contract_number(sought)) {
        *out = "written";
        return vcl_reading_as(VCL_MSG_READ_CONTRACT_NUMBER);
    }
    return vcl_reading_not(VCL_MSG_CELL_NOT_WORD);
}

void vcl_word_add_choices(vcl_text *out, vcl_takes takes, vcl_language language)
{
    bool begun = false;

    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        if (all[i].takes == takes) {
            vcl_text_add(out, begun ? ", " : "");
            vcl_text_add(out, vcl_term_label(all[i].word, language));
            begun = true;
        }
    }
}
