/* One chain that has something of everything: each kind, status, linkage, contract and warning,
 * places, sectors, amounts, dates, a circle, a buyer that sells on, farmers that receive. */
#ifndef SUPPORT_RICH_CHAIN_H
#define SUPPORT_RICH_CHAIN_H

#include "support/chain.h"

static const char rich_chain[] =
    "{'graph': {'name': 'Hoa\u0300 Bình', 'as_of': '2023-06-30', 'currency': 'VND'}}\n"
    PRODUCT("pomelo", "'name': 'Bưởi đỏ'")
    PRODUCT("rice", "")
    PRODUCT("tea", "'name': 'Chè'")
    PLACE("17", "'name': 'Hòa Bình', 'level': 'province'")
    PLACE("155", "'name': 'Tân Lạc', 'level': 'district', 'parent': '17'")
    PLACE("156", "'name': 'Tân Lac', 'parent': '17'")
    FARMER("f1", "'count': 40, 'place': '155', 'products': ['pomelo', 'rice']")
    FARMER("f2", "'count': 3, 'sector': 'crops'")
    FARMER("f3", "")
    FARMER("f4", "'count': 2, 'status': 'dissolved', 'place': '156'")
    FARMER("f5", "'sells': false")
    GROUP("g1", "'members': 12, 'place': '155'")
    COOPERATIVE("c1", "'name': 'HTX Hoà', 'members': 65, 'place': '155', 'sector': 'crops',"
                      " 'products': [{'product': 'pomelo', 'output_kg': 120, 'ocop': [4]}, 'rice'],"
                      " 'certificates': ['VietGAP']")
    COOPERATIVE("c2", "'name': 'HTX Hòa', 'products': ['tea', {'product': 'rice',"
                      " 'output_kg': 5}], 'place': '156'")
    COOPERATIVE("c3", "'name': 'htx hòa', 'products': ['tea']")
    COOPERATIVE("c4", "'sells': false, 'status': 'suspended'")
    COOPERATIVE("c5", "")
    COOPERATIVE("c6", "'buyer': true, 'members': 7")
    COOPERATIVE("c7", "'members': 4")
    COOPERATIVE("c8", "'members': 4")
    UNION("u1", "'members': 3")
    UNION("u2", "")
    ENTERPRISE("e1", "'name': 'Siêu thị', 'products': ['pomelo', 'rice'], 'place': '17'")
    ENTERPRISE("e2", "'requires': ['VietGAP'], 'form': 'bếp ăn'")
    ENTERPRISE("e3", "'status': 'dissolved'")
    ENTERPRISE("e4", "")
    LINK("f1", "g1", "")
    LINK("f1", "c1", "'product': 'pomelo', 'volume_kg': 7.5")
    LINK("f2", "c1", "")
    LINK("f3", "c2", "'start': '2020-01-01'")
    LINK("f4", "c1", "")
    LINK("f5", "c1", "")
    LINK("g1", "c1", "")
    LINK("c1", "e1", "'product': 'pomelo', 'volume_kg': 80, 'contract': 'written',"
                     " 'end': '2023-12-31'")
    LINK("c1", "e1", "'product': 'rice', 'volume_kg': 2, 'contract': 'oral'")
    LINK("c2", "e1", "'product': 'rice', 'contract': 'none'")
    LINK("c2", "c3", "'kind': 'supply'")
    LINK("c3", "c2", "'kind': 'supply'")
    LINK("c3", "e3", "")
    LINK("c4", "e1", "")
    LINK("c6", "e2", "'volume_kg': 3")
    LINK("c7", "u1", "")
    LINK("c8", "e2", "'start': '2023-07-01'")
    LINK("u1", "c6", "'kind': 'supply', 'product': 'tea'")
    LINK("u2", "e2", "'status': 'ended'")
    LINK("e1", "e2", "'volume_kg': 60")
    LINK("e1", "f3", "'kind': 'supply'")
    LINK("e4", "c1", "'kind': 'input', 'value': 100")
    LINK("c1", "c1", "")
    LINK("f2", "c1", "")
    LINK("u1", "e3", "'start': '2023-02-01', 'end': '2023-01-01'");

#endif
