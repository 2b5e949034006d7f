// The one table of kinds. ACLED types after the codebook of March 2023.
#include "events/taxonomy.hpp"

namespace events {
namespace {

constexpr std::string_view kBattles = "Battles";
constexpr std::string_view kRemote = "Explosions/Remote violence";
constexpr std::string_view kCivilians = "Violence against civilians";
constexpr std::string_view kStrategic = "Strategic developments";
constexpr std::string_view kAbduction = "Abduction/forced disappearance";
constexpr std::string_view kProperty = "Looting/property destruction";

using K = EventKind;
constexpr std::array<KindInfo, kEventKindCount> kKinds{{
    {K::battle, "battle", "Battle", "Combat", kBattles, "Armed clash"},
    {K::takeover, "takeover", "Takeover of a place", "Prise de contrôle", kBattles,
     "Non-state actor overtakes territory"},
    {K::air_strike, "air_strike", "Air or drone strike", "Frappe aérienne ou de drone", kRemote,
     "Air/drone strike"},
    {K::shelling, "shelling", "Shelling", "Tirs d'artillerie", kRemote,
     "Shelling/artillery/missile attack"},
    {K::explosive_device, "explosive_device", "Explosive device", "Engin explosif", kRemote,
     "Remote explosive/landmine/IED"},
    {K::suicide_attack, "suicide_attack", "Suicide attack", "Attentat-suicide", kRemote,
     "Suicide bomb"},
    {K::attack_on_civilians, "attack_on_civilians", "Attack on civilians",
     "Attaque contre des civils", kCivilians, "Attack"},
    {K::killing, "killing", "Killing", "Homicide", kCivilians, "Attack"},
    {K::summary_execution, "summary_execution", "Summary execution", "Exécution sommaire",
     kCivilians, "Attack"},
    {K::mass_grave, "mass_grave", "Mass grave", "Charnier", kStrategic, "Other"},
    {K::abduction, "abduction", "Abduction", "Enlèvement", kCivilians, kAbduction},
    {K::enforced_disappearance, "enforced_disappearance", "Enforced disappearance",
     "Disparition forcée", kCivilians, kAbduction},
    {K::arrest, "arrest", "Arrest or detention", "Arrestation ou détention", kStrategic, "Arrests"},
    {K::torture, "torture", "Torture or ill-treatment", "Torture ou mauvais traitements",
     kCivilians, "Attack"},
    {K::sexual_violence, "sexual_violence", "Sexual violence", "Violence sexuelle", kCivilians,
     "Sexual violence"},
    {K::child_recruitment, "child_recruitment", "Recruitment of children",
     "Recrutement d'enfants", kStrategic, "Other"},
    {K::protest, "protest", "Protest", "Manifestation", "Protests", "Peaceful protest"},
    {K::riot, "riot", "Riot", "Émeute", "Riots", "Mob violence"},
    {K::looting, "looting", "Looting", "Pillage", kStrategic, kProperty},
    {K::property_destruction, "property_destruction", "Destruction of property",
     "Destruction de biens", kStrategic, kProperty},
    {K::heritage_destruction, "heritage_destruction", "Destruction of heritage",
     "Destruction du patrimoine", kStrategic, kProperty},
    {K::siege, "siege", "Siege or blockade", "Siège ou blocus", kStrategic, "Other"},
    {K::attack_on_aid, "attack_on_aid", "Attack on aid", "Attaque contre l'aide", kCivilians,
     "Attack"},
    {K::attack_on_health, "attack_on_health", "Attack on health care",
     "Attaque contre les soins de santé", kCivilians, "Attack"},
    {K::attack_on_education, "attack_on_education", "Attack on education",
     "Attaque contre l'éducation", kCivilians, "Attack"},
    {K::displacement, "displacement", "Displacement", "Déplacement", kStrategic, "Other"},
    {K::other, "other", "Other", "Autre", kStrategic, "Other"},
}};

}  // namespace

const std::array<KindInfo, kEventKindCount>& all_kinds() { return kKinds; }

const KindInfo& info(EventKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::optional<EventKind> parse_kind(std::string_view key) {
    for (const KindInfo& kind : kKinds) {
        if (kind.key == key) return kind.kind;
    }
    return std::nullopt;
}

}  // namespace events
