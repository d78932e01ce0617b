//! Units of figures: money by ISO 4217, measures by UCUM.
//!
//! **Invariant:** a unit is given only where the words are certain. A bare dollar sign says no country: it is `USD`
//! where the article says US dollars somewhere and no other dollars, else `$`; "tons", "pounds" and "crowns" are
//! what is counted.
//! Start at [`symbol`] for what stands before a number and [`after`] for what follows one.

use super::super::times::token::Token;

/// Whose dollars a bare dollar sign means in one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dollar {
    /// The article says US dollars, and no others.
    Us,
    /// It does not say.
    Open,
}

impl Dollar {
    /// What `text` says of dollars.
    pub(super) fn of(text: &str) -> Self {
        if !text.contains('$') && !text.contains("dollar") {
            return Self::Open;
        }
        let other =
            ["C$", "A$", "CA$", "AU$", "NZ$", "HK$", "S$", "NT$", "Canadian dollar", "Australian dollar"];
        // "US$" ends in "S$" too.
        let others = other.iter().any(|o| {
            text.match_indices(o)
                .any(|(at, _)| !text.get(..at).unwrap_or("").ends_with(|c: char| c.is_alphabetic()))
        });
        let us = ["US$", "U.S.$", "US dollar", "U.S. dollar", "American dollar", "USD"];
        if us.iter().any(|o| text.contains(o)) && !others { Self::Us } else { Self::Open }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Us => "USD",
            Self::Open => "$",
        }
    }
}

/// Money named before a number: its first token and its code, where a sign or a code ends at token `end`.
pub(super) fn symbol(t: &[Token], end: usize, dollar: Dollar) -> Option<(usize, &'static str)> {
    let at = end.checked_sub(1)?;
    let sign = t.get(at)?;
    let before = at.checked_sub(1).and_then(|b| t.get(b)).filter(|_| !sign.spaced);
    Some(match sign.low.as_str() {
        "$" => match before.map_or("", |b| b.low.as_str()) {
            "us" => (at - 1, "USD"),
            "c" | "ca" | "cad" => (at - 1, "CAD"),
            "a" | "au" => (at - 1, "AUD"),
            "nz" => (at - 1, "NZD"),
            "hk" => (at - 1, "HKD"),
            "r" => (at - 1, "BRL"),
            "s" => (at - 1, "SGD"),
            _ => (at, dollar.code()),
        },
        "€" | "eur" => (at, "EUR"),
        "£" | "gbp" => (at, "GBP"),
        "₽" => (at, "RUB"),
        "₴" => (at, "UAH"),
        "₹" => (at, "INR"),
        "₪" => (at, "ILS"),
        "₩" => (at, "KRW"),
        "₺" => (at, "TRY"),
        // Yen and yuan share the sign.
        "¥" => (at, "¥"),
        "usd" => (at, "USD"),
        "chf" => (at, "CHF"),
        _ => return None,
    })
}

/// A unit that follows a number at token `at`: the token after it, and its code.
pub(super) fn after(t: &[Token], at: usize, dollar: Dollar) -> Option<(usize, &'static str)> {
    let low = |n: usize| t.get(at + n).map_or("", |w| w.low.as_str());
    if !t.get(at).is_some_and(|w| w.spaced) && low(0) == "-" {
        // "A 500-km range", "a 100-percent tariff".
        let (end, code) = after(t, at + 1, dollar)?;
        return (low(1) != "-").then_some((end, code));
    }
    let two = match (low(0), low(1)) {
        ("per", "cent") => Some("%"),
        ("percentage", _) | ("%" | "percent", "points" | "point") => return None,
        ("us", "dollars" | "dollar") | ("american", "dollars") => Some("USD"),
        ("canadian", "dollars") => Some("CAD"),
        ("australian", "dollars") => Some("AUD"),
        ("pounds", "sterling") => Some("GBP"),
        ("swiss", "francs") => Some("CHF"),
        ("degrees", "celsius") | ("°", "c") => Some("Cel"),
        ("degrees", "fahrenheit") | ("°", "f") => Some("[degF]"),
        ("square" | "sq", "kilometres" | "kilometers" | "km") => Some("km2"),
        ("square" | "sq", "metres" | "meters" | "m") => Some("m2"),
        ("square" | "sq", "miles") => Some("[mi_i]2"),
        ("cubic", "metres" | "meters") => Some("m3"),
        ("metric", "tons" | "tonnes") => Some("t"),
        ("nautical", "miles" | "mile") => Some("[nmi_i]"),
        _ => None,
    };
    if let Some(code) = two {
        return Some((at + 2, code));
    }
    if low(1) == "/" && matches!((low(0), low(2)), ("km", "h")) {
        return Some((at + 3, "km/h"));
    }
    let code = match low(0) {
        "%" | "percent" | "pct" => "%",
        "dollars" | "dollar" => dollar.code(),
        "euros" | "euro" => "EUR",
        "rubles" | "roubles" | "ruble" | "rouble" => "RUB",
        "yen" => "JPY",
        "yuan" => "CNY",
        "hryvnia" | "hryvnias" | "hryvnya" => "UAH",
        "shekels" => "ILS",
        "zloty" | "zlotys" => "PLN",
        "baht" => "THB",
        "kilometres" | "kilometers" | "kilometre" | "kilometer" | "km" | "kms" => "km",
        "metres" | "meters" | "metre" | "meter" => "m",
        // A bare letter after a space may be anything.
        "m" if t.get(at).is_some_and(|w| !w.spaced) => "m",
        "centimetres" | "centimeters" | "cm" => "cm",
        "millimetres" | "millimeters" | "mm" => "mm",
        "miles" | "mile" => "[mi_i]",
        "feet" | "ft" => "[ft_i]",
        "inches" => "[in_i]",
        "mph" => "[mi_i]/h",
        "kg" | "kilograms" | "kilogrammes" | "kilogram" | "kilos" => "kg",
        "tonnes" | "tonne" => "t",
        "kilotons" | "kilotonnes" => "kt",
        "litres" | "liters" => "L",
        "hectares" | "hectare" => "har",
        "acres" | "acre" => "[acr_us]",
        "barrels" if low(1) == "of" || low(1) == "per" || low(1) == "a" => "[bbl_us]",
        "megawatts" | "mw" => "MW",
        "gigawatts" | "gw" => "GW",
        "kilowatts" | "kw" => "kW",
        "terabytes" | "tb" => "TBy",
        "gigabytes" | "gb" => "GBy",
        "volts" => "V",
        _ => return None,
    };
    Some((at + 1, code))
}

/// Whether `code` is money.
pub(super) fn is_money(code: &str) -> bool {
    matches!(code, "$" | "¥") || code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase())
}
