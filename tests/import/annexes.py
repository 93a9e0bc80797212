"""What else stands in the sheets of an office: the template's example, tables below one another,
remarks between the rows."""
from cases import actors, case, csv, node, note, only_htx, passed

# The columns of the template with its example, as another spreadsheet program saves them.
TEMPLATE = ["Mã", "Tên tổ chức", "Mã số thuế", "Số thành viên", "Diện tích (ha)", "Năm thành lập"]
EXAMPLE = ["HTX-01", "HTX nông nghiệp Đông Lai", "0100109106", 65, 25.5, 2017]

case("the-example-below-other-rows",
     only_htx(TEMPLATE, ["HTX-02", "HTX Nam Sơn", None, 20, 3, 2019], EXAMPLE), actors(1),
     passed("HTX!3", "example"))
case("the-example-of-another-locale",
     {"to-chuc.csv": csv([TEMPLATE, ["HTX-02", "HTX Nam Sơn", None, 20, "3.5", 2019],
                          ["HTX-01", "Đông Lai cooperative", "100109106", "65", "25.50", "2017"]])},
     actors(1), passed("!3", "example"))
case("the-example-with-other-figures",
     only_htx(TEMPLATE, ["HTX-02", "HTX Nam Sơn", None, 20, 3, 2019], [*EXAMPLE[:3], 66, *EXAMPLE[4:]]),
     actors(2), node(EXAMPLE[1], members=66), note("HTX!3", "example"))
