// The table of country codes, from Unicode CLDR 41 (territoryCodes).
#include "gazetteer/country_codes.hpp"

#include <array>

namespace gazetteer {
namespace {

struct Codes {
    std::string_view alpha2;
    std::string_view alpha3;
    std::string_view fips;
};

constexpr std::array kCodes = {
    Codes{"AD", "AND", "AN"}, Codes{"AE", "ARE", "AE"}, Codes{"AF", "AFG", "AF"},
    Codes{"AG", "ATG", "AC"}, Codes{"AI", "AIA", "AV"}, Codes{"AL", "ALB", "AL"},
    Codes{"AM", "ARM", "AM"}, Codes{"AO", "AGO", "AO"}, Codes{"AQ", "ATA", "AY"},
    Codes{"AR", "ARG", "AR"}, Codes{"AS", "ASM", "AQ"}, Codes{"AT", "AUT", "AU"},
    Codes{"AU", "AUS", "AS"}, Codes{"AW", "ABW", "AA"}, Codes{"AX", "ALA", "AX"},
    Codes{"AZ", "AZE", "AJ"}, Codes{"BA", "BIH", "BK"}, Codes{"BB", "BRB", "BB"},
    Codes{"BD", "BGD", "BG"}, Codes{"BE", "BEL", "BE"}, Codes{"BF", "BFA", "UV"},
    Codes{"BG", "BGR", "BU"}, Codes{"BH", "BHR", "BA"}, Codes{"BI", "BDI", "BY"},
    Codes{"BJ", "BEN", "BN"}, Codes{"BL", "BLM", "TB"}, Codes{"BM", "BMU", "BD"},
    Codes{"BN", "BRN", "BX"}, Codes{"BO", "BOL", "BL"}, Codes{"BQ", "BES", "BQ"},
    Codes{"BR", "BRA", "BR"}, Codes{"BS", "BHS", "BF"}, Codes{"BT", "BTN", "BT"},
    Codes{"BV", "BVT", "BV"}, Codes{"BW", "BWA", "BC"}, Codes{"BY", "BLR", "BO"},
    Codes{"BZ", "BLZ", "BH"}, Codes{"CA", "CAN", "CA"}, Codes{"CC", "CCK", "CK"},
    Codes{"CD", "COD", "CG"}, Codes{"CF", "CAF", "CT"}, Codes{"CG", "COG", "CF"},
    Codes{"CH", "CHE", "SZ"}, Codes{"CI", "CIV", "IV"}, Codes{"CK", "COK", "CW"},
    Codes{"CL", "CHL", "CI"}, Codes{"CM", "CMR", "CM"}, Codes{"CN", "CHN", "CH"},
    Codes{"CO", "COL", "CO"}, Codes{"CR", "CRI", "CS"}, Codes{"CU", "CUB", "CU"},
    Codes{"CV", "CPV", "CV"}, Codes{"CW", "CUW", "CW"}, Codes{"CX", "CXR", "KT"},
    Codes{"CY", "CYP", "CY"}, Codes{"CZ", "CZE", "EZ"}, Codes{"DE", "DEU", "GM"},
    Codes{"DJ", "DJI", "DJ"}, Codes{"DK", "DNK", "DA"}, Codes{"DM", "DMA", "DO"},
    Codes{"DO", "DOM", "DR"}, Codes{"DZ", "DZA", "AG"}, Codes{"EC", "ECU", "EC"},
    Codes{"EE", "EST", "EN"}, Codes{"EG", "EGY", "EG"}, Codes{"EH", "ESH", "WI"},
    Codes{"ER", "ERI", "ER"}, Codes{"ES", "ESP", "SP"}, Codes{"ET", "ETH", "ET"},
    Codes{"FI", "FIN", "FI"}, Codes{"FJ", "FJI", "FJ"}, Codes{"FK", "FLK", "FK"},
    Codes{"FM", "FSM", "FM"}, Codes{"FO", "FRO", "FO"}, Codes{"FR", "FRA", "FR"},
    Codes{"GA", "GAB", "GB"}, Codes{"GB", "GBR", "UK"}, Codes{"GD", "GRD", "GJ"},
    Codes{"GE", "GEO", "GG"}, Codes{"GF", "GUF", "FG"}, Codes{"GG", "GGY", "GK"},
    Codes{"GH", "GHA", "GH"}, Codes{"GI", "GIB", "GI"}, Codes{"GL", "GRL", "GL"},
    Codes{"GM", "GMB", "GA"}, Codes{"GN", "GIN", "GV"}, Codes{"GP", "GLP", "GP"},
    Codes{"GQ", "GNQ", "EK"}, Codes{"GR", "GRC", "GR"}, Codes{"GS", "SGS", "SX"},
    Codes{"GT", "GTM", "GT"}, Codes{"GU", "GUM", "GQ"}, Codes{"GW", "GNB", "PU"},
    Codes{"GY", "GUY", "GY"}, Codes{"HK", "HKG", "HK"}, Codes{"HM", "HMD", "HM"},
    Codes{"HN", "HND", "HO"}, Codes{"HR", "HRV", "HR"}, Codes{"HT", "HTI", "HA"},
    Codes{"HU", "HUN", "HU"}, Codes{"ID", "IDN", "ID"}, Codes{"IE", "IRL", "EI"},
    Codes{"IL", "ISR", "IS"}, Codes{"IM", "IMN", "IM"}, Codes{"IN", "IND", "IN"},
    Codes{"IO", "IOT", "IO"}, Codes{"IQ", "IRQ", "IZ"}, Codes{"IR", "IRN", "IR"},
    Codes{"IS", "ISL", "IC"}, Codes{"IT", "ITA", "IT"}, Codes{"JE", "JEY", "JE"},
    Codes{"JM", "JAM", "JM"}, Codes{"JO", "JOR", "JO"}, Codes{"JP", "JPN", "JA"},
    Codes{"KE", "KEN", "KE"}, Codes{"KG", "KGZ", "KG"}, Codes{"KH", "KHM", "CB"},
    Codes{"KI", "KIR", "KR"}, Codes{"KM", "COM", "CN"}, Codes{"KN", "KNA", "SC"},
    Codes{"KP", "PRK", "KN"}, Codes{"KR", "KOR", "KS"}, Codes{"KW", "KWT", "KU"},
    Codes{"KY", "CYM", "CJ"}, Codes{"KZ", "KAZ", "KZ"}, Codes{"LA", "LAO", "LA"},
    Codes{"LB", "LBN", "LE"}, Codes{"LC", "LCA", "ST"}, Codes{"LI", "LIE", "LS"},
    Codes{"LK", "LKA", "CE"}, Codes{"LR", "LBR", "LI"}, Codes{"LS", "LSO", "LT"},
    Codes{"LT", "LTU", "LH"}, Codes{"LU", "LUX", "LU"}, Codes{"LV", "LVA", "LG"},
    Codes{"LY", "LBY", "LY"}, Codes{"MA", "MAR", "MO"}, Codes{"MC", "MCO", "MN"},
    Codes{"MD", "MDA", "MD"}, Codes{"ME", "MNE", "MJ"}, Codes{"MF", "MAF", "RN"},
    Codes{"MG", "MDG", "MA"}, Codes{"MH", "MHL", "RM"}, Codes{"MK", "MKD", "MK"},
    Codes{"ML", "MLI", "ML"}, Codes{"MM", "MMR", "BM"}, Codes{"MN", "MNG", "MG"},
    Codes{"MO", "MAC", "MC"}, Codes{"MP", "MNP", "CQ"}, Codes{"MQ", "MTQ", "MB"},
    Codes{"MR", "MRT", "MR"}, Codes{"MS", "MSR", "MH"}, Codes{"MT", "MLT", "MT"},
    Codes{"MU", "MUS", "MP"}, Codes{"MV", "MDV", "MV"}, Codes{"MW", "MWI", "MI"},
    Codes{"MX", "MEX", "MX"}, Codes{"MY", "MYS", "MY"}, Codes{"MZ", "MOZ", "MZ"},
    Codes{"NA", "NAM", "WA"}, Codes{"NC", "NCL", "NC"}, Codes{"NE", "NER", "NG"},
    Codes{"NF", "NFK", "NF"}, Codes{"NG", "NGA", "NI"}, Codes{"NI", "NIC", "NU"},
    Codes{"NL", "NLD", "NL"}, Codes{"NO", "NOR", "NO"}, Codes{"NP", "NPL", "NP"},
    Codes{"NR", "NRU", "NR"}, Codes{"NU", "NIU", "NE"}, Codes{"NZ", "NZL", "NZ"},
    Codes{"OM", "OMN", "MU"}, Codes{"PA", "PAN", "PM"}, Codes{"PE", "PER", "PE"},
    Codes{"PF", "PYF", "FP"}, Codes{"PG", "PNG", "PP"}, Codes{"PH", "PHL", "RP"},
    Codes{"PK", "PAK", "PK"}, Codes{"PL", "POL", "PL"}, Codes{"PM", "SPM", "SB"},
    Codes{"PN", "PCN", "PC"}, Codes{"PR", "PRI", "RQ"}, Codes{"PS", "PSE", "GZ"},
    Codes{"PT", "PRT", "PO"}, Codes{"PW", "PLW", "PS"}, Codes{"PY", "PRY", "PA"},
    Codes{"QA", "QAT", "QA"}, Codes{"RE", "REU", "RE"}, Codes{"RO", "ROU", "RO"},
    Codes{"RS", "SRB", "RB"}, Codes{"RU", "RUS", "RS"}, Codes{"RW", "RWA", "RW"},
    Codes{"SA", "SAU", "SA"}, Codes{"SB", "SLB", "BP"}, Codes{"SC", "SYC", "SE"},
    Codes{"SD", "SDN", "SU"}, Codes{"SE", "SWE", "SW"}, Codes{"SG", "SGP", "SN"},
    Codes{"SH", "SHN", "SH"}, Codes{"SI", "SVN", "SI"}, Codes{"SJ", "SJM", "SV"},
    Codes{"SK", "SVK", "LO"}, Codes{"SL", "SLE", "SL"}, Codes{"SM", "SMR", "SM"},
    Codes{"SN", "SEN", "SG"}, Codes{"SO", "SOM", "SO"}, Codes{"SR", "SUR", "NS"},
    Codes{"SS", "SSD", "SS"}, Codes{"ST", "STP", "TP"}, Codes{"SV", "SLV", "ES"},
    Codes{"SX", "SXM", "SX"}, Codes{"SY", "SYR", "SY"}, Codes{"SZ", "SWZ", "WZ"},
    Codes{"TC", "TCA", "TK"}, Codes{"TD", "TCD", "CD"}, Codes{"TF", "ATF", "FS"},
    Codes{"TG", "TGO", "TO"}, Codes{"TH", "THA", "TH"}, Codes{"TJ", "TJK", "TI"},
    Codes{"TK", "TKL", "TL"}, Codes{"TL", "TLS", "TT"}, Codes{"TM", "TKM", "TX"},
    Codes{"TN", "TUN", "TS"}, Codes{"TO", "TON", "TN"}, Codes{"TR", "TUR", "TU"},
    Codes{"TT", "TTO", "TD"}, Codes{"TV", "TUV", "TV"}, Codes{"TW", "TWN", "TW"},
    Codes{"TZ", "TZA", "TZ"}, Codes{"UA", "UKR", "UP"}, Codes{"UG", "UGA", "UG"},
    Codes{"UM", "UMI", "UM"}, Codes{"US", "USA", "US"}, Codes{"UY", "URY", "UY"},
    Codes{"UZ", "UZB", "UZ"}, Codes{"VA", "VAT", "VT"}, Codes{"VC", "VCT", "VC"},
    Codes{"VE", "VEN", "VE"}, Codes{"VG", "VGB", "VI"}, Codes{"VI", "VIR", "VQ"},
    Codes{"VN", "VNM", "VM"}, Codes{"VU", "VUT", "NH"}, Codes{"WF", "WLF", "WF"},
    Codes{"WS", "WSM", "WS"}, Codes{"XK", "XKK", "XK"}, Codes{"YE", "YEM", "YM"},
    Codes{"YT", "MYT", "MF"}, Codes{"ZA", "ZAF", "SF"}, Codes{"ZM", "ZMB", "ZA"},
    Codes{"ZW", "ZWE", "ZI"},
};

std::string upper(std::string_view code) {
    std::string out(code);
    for (char& c : out) {
        if (c >= 'a' && c <= 'z')
            c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

template <typename Same>
std::optional<std::string> alpha2_where(const Same& is_same) {
    for (const Codes& codes : kCodes) {
        if (is_same(codes))
            return std::string(codes.alpha2);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> country_from_iso(std::string_view code) {
    const std::string wanted = upper(code);
    return alpha2_where([&](const Codes& c) { return c.alpha2 == wanted || c.alpha3 == wanted; });
}

std::optional<std::string> country_from_fips(std::string_view code) {
    const std::string wanted = upper(code);
    return alpha2_where([&](const Codes& c) { return c.fips == wanted; });
}

}  // namespace gazetteer
