/* The language of the page: its sentences, numbers, dates, order and search. */
let language = report.language === "vi" ? "vi" : "en";

let integers;
let decimals;
let hundredths;
let percents;
let collator;

/* Called at the start and whenever the reader switches. */
function setLanguage(wanted) {
  const locale = wanted === "vi" ? "vi-VN" : "en-GB";
  language = wanted;
  integers = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  decimals = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  hundredths = new Intl.NumberFormat(locale, { minimumFractionDigits: 2,
    maximumFractionDigits: 2 });
  percents = new Intl.NumberFormat(locale, {
    style: "percent",
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  /* Names are Vietnamese in either language. */
  collator = new Intl.Collator("vi", { numeric: true });
}

setLanguage(language);

/* A label of the data: [English, Vietnamese]. */
function labelOf(pair) {
  return pair ? pair[language === "vi" ? 1 : 0] : "";
}

/* A sentence of our own; {name} is filled from `values`. */
function say(key, values) {
  const sentence = sentences[key][language === "vi" ? 1 : 0];
  return sentence.replace(/\{(\w+)\}/g, (hole, name) => (values ? values[name] : hole));
}

/* One or many: "key_one" where the count is one and the language tells them apart. */
function sayCount(key, count, values) {
  const form = count === 1 && sentences[key + "_one"] ? key + "_one" : key;
  return say(form, Object.assign({ count: number(count) }, values));
}

function number(value) {
  return value === null || value === undefined ? "–" : integers.format(value);
}

function decimal(value) {
  return value === null || value === undefined ? "–" : decimals.format(value);
}

/* An index between 0 and 1. */
function indexNumber(value) {
  return value === null || value === undefined ? "–" : hundredths.format(value);
}

function percent(value) {
  return value === null || value === undefined ? "–" : percents.format(value);
}

/* Tonnes of kilograms; below ten with a decimal, that little is not nothing. */
function tonnes(kg) {
  if (kg === null || kg === undefined) {
    return "–";
  }
  return Math.abs(kg) < 10000 ? decimals.format(kg / 1000) : integers.format(kg / 1000);
}

/* "2021-08-31" as the language writes it. Founding dates may lack day and month. */
function date(iso) {
  const parts = String(iso).split("-");
  if (language === "vi" || parts.length < 3) {
    return parts.reverse().join("/");
  }
  const day = new Date(Date.UTC(Number(parts[0]), Number(parts[1]) - 1, Number(parts[2])));
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(day);
}

function capital(text) {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
}

/* A text as it is searched: without marks and case, so that "dong thap" finds Đồng Tháp. */
function folded(text) {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/đ/g, "d")
    .replace(/\s+/g, " ")
    .trim();
}

/* What an object holds of itself: a word of the data may be "constructor". */
function own(object, key) {
  return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}

/* A term of the data; a code that we know no label for stands as it is. */
function term(word) {
  if (word === null || word === undefined) {
    return "–";
  }
  const label = own(report.terms, word) || own(words, word);
  return label ? labelOf(label) : word;
}
