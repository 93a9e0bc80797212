/* The products of actors as JSON. */
#include "export/handled.h"

#include <string.h>

#include "base/try.h"
#include "export/rowjson.h"

vcl_status vcl_handled_init(vcl_handled *handled, const vcl_result *result, vcl_error *err)
{
    handled->next = 0;
    return vcl_ordered_init(&handled->rows, result, VCL_RECORDS_HANDLED, err);
}

void vcl_handled_release(vcl_handled *handled)
{
    vcl_ordered_release(&handled->rows);
}

size_t vcl_handled_count(vcl_handled *handled, const char *id)
{
    const vcl_value *const *rows = handled->rows.rows;
    size_t end = 0;

    while (handled->next < handled->rows.count &&
           strcmp(rows[handled->next][VCL_HANDLED_ACTOR].text, id) < 0) {
        handled->next++;
    }
    end = handled->next;
    while (end < handled->rows.count && strcmp(rows[end][VCL_HANDLED_ACTOR].text, id) == 0) {
        end++;
    }
    return end - handled->next;
}

/* Stars are numbers in a dataset. */
static void add_ocop(vcl_text *out, const vcl_value *stars)
{
    vcl_text_add(out, ", \"ocop\": [");
    for (size_t i = 0; i < stars->list.count; i++) {
        vcl_text_add(out, i > 0 ? ", " : "");
        vcl_text_add(out, stars->list.items[i]);
    }
    vcl_text_add_byte(out, ']');
}

/* The id alone where nothing else is said. */
static vcl_status add_product(vcl_text *out, const vcl_value *row, bool exact, vcl_error *err)
{
    static const char *const keys[] = {
        [VCL_HANDLED_OUTPUT] = "output_kg", [VCL_HANDLED_DEMAND] = "demand_kg"
    };
    vcl_status status = VCL_OK;
    const vcl_value *product = row + VCL_HANDLED_PRODUCT;

    if (row[VCL_HANDLED_OUTPUT].is_null && row[VCL_HANDLED_DEMAND].is_null &&
        row[VCL_HANDLED_OCOP].list.count == 0) {
        return vcl_rowjson_add_string(out, product->text, err);
    }
    vcl_text_add_byte(out, '{');
    TRY(vcl_rowjson_add_member(out, "product", product, VCL_TEXT, exact, err));
    for (size_t i = VCL_HANDLED_OUTPUT; i <= VCL_HANDLED_DEMAND; i++) {
        if (!row[i].is_null) {
            TRY(vcl_rowjson_add_member(out, keys[i], row + i, VCL_REAL, exact, err));
        }
    }
    if (row[VCL_HANDLED_OCOP].list.count > 0) {
        add_ocop(out, row + VCL_HANDLED_OCOP);
    }
    vcl_text_add_byte(out, '}');
done:
    return status;
}

vcl_status vcl_handled_add(vcl_text *out, vcl_handled *handled, const char *id, bool exact,
                           vcl_error *err)
{
    vcl_status status = VCL_OK;
    size_t count = vcl_handled_count(handled, id);

    vcl_text_add_byte(out, '[');
    for (size_t i = 0; i < count; i++) {
        vcl_text_add(out, i > 0 ? ", " : "");
        TRY(add_product(out, handled->rows.rows[handled->next + i], exact, err));
    }
    vcl_text_add_byte(out, ']');
    handled->next += count;
done:
    return status;
}
