#include "import/part_naming.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/atlas_name.h"
#include "base/text.h"

namespace myomap {

namespace {

// A rule holds where the name has all words of one of its alternatives (`|`), in any order; "costal*" is a
// beginning. The first rule that holds decides: the order of the table tells a tendon, an artery or a brain
// lobe that is named after a muscle or a bone from that muscle or bone.
struct NameRule {
    std::string_view words;
    NameClass name_class;
    PartKind kind = PartKind::Other;
    std::string_view reason = {};
};

constexpr auto part = NameClass::Part;
constexpr auto left_out = NameClass::LeftOut;

constexpr NameRule rules[] = {
    {"skin|external ear|auricle", NameClass::Skin},
    {"hair|eyebrow|eyelash|lip|lips|nail|nails", left_out, {}, "hair, nails and lips, which the skin has"},
    {"vein|veins|venous|vena|venae|azygos|hemiazygos|hepatovenous|portal|tributary", left_out, {}, "veins"},

    // The heart and the brain first: they have arteries, muscles and lobes with names of the others.
    {"coronary|interventricular|papillary|cusp|leaflet|mitral|tricuspid|atrium|atrial|heart|cardiac|myocard*|"
     "pericard*|"
     "endocard*|conus artery|wall ventricle|cavity ventricle|ventricular",
     left_out,
     {},
     "heart"},
    {"cerebr*|cerebell*|cerebellum|brain|gyrus|gyri|sulcus|cortex|insula|insular|lobule|lobe occipital|lobe "
     "frontal|"
     "lobe parietal|lobe "
     "temporal|thalam*|hypothalam*|hippocamp*|amygdala|fornix|callosum|callosomarginal|pericallosal|"
     "commissure|capsule internal|matter white|matter grey|nucleus caudate|nucleus "
     "lentiform|putamen|pallidus|habenula|"
     "colliculus|geniculate|peduncle|midbrain|hindbrain|metencephalon|telencephalon|diencephalon|pons|"
     "pontine|medulla|"
     "ventricle|cord "
     "spinal|mammillary|pineal|pituitary|hypophysis|cinereum|terminalis|decussation|chiasm|tract optic|"
     "mater|arachnoid|subarachnoid|choroidal|plexus choroid|communicating "
     "artery|frontobasal|prefrontal|basilar|"
     "anterior spinal artery|posterior spinal artery|vermian|precuneal|paracentral|splenial|occipital "
     "lateral artery|"
     "occipital medial artery|occipital branch*|parietal artery|temporal polar|anterior temporal "
     "artery|stria",
     left_out,
     {},
     "brain"},

    {"pulmonary|segmental|subsegmental|lobar|lingular|bronchial|pleura*",
     left_out,
     {},
     "vessels and branches within organs"},
    {"ring tendinous", part, PartKind::Ligament},
    {"tendinous|tendon|tendons", part, PartKind::Tendon},
    {"aorta artery "
     "branch*|hepatic|celiac|coeliac|mesenteric|gastric|gastroduodenal|gastroepiploic|gastro-epiploic|"
     "splenic|pancrea*|colic|ileocolic|ileal|"
     "jejunal|"
     "cecal|appendicular|sigmoid artery|rectal|suprarenal|testicular|ovarian|uterine|vesical|prostatic "
     "artery|esophageal|"
     "oesophageal|phrenic artery|ophthalmic artery|ciliary artery|meningeal|penis|bronchial|marginal "
     "artery|colon artery",
     left_out,
     {},
     "vessels and branches within organs"},
    // Arteries that a needle may meet on its way to a muscle.
    {"aorta|carotid|subclavian|axillary artery|brachial artery|brachiocephalic|radial artery|ulnar "
     "artery|femoral artery|"
     "popliteal artery|tibial artery|fibular artery|peroneal artery|vertebral artery|iliac "
     "artery|epigastric|intercostal "
     "artery|intercostal arteries|thoracic artery|thyroid artery|cervical artery|scapular "
     "artery|suprascapular|subscapular "
     "artery|thoracodorsal|thoraco-acromial trunk|thyrocervical|costocervical|circumflex humeral "
     "artery|subcostal artery|"
     "lumbar artery|musculophrenic|interosseous artery|dorsalis pedis|plantar artery|renal artery|gluteal "
     "artery|"
     "pudendal artery|obturator artery|facial artery|temporal superficial artery|occipital artery|maxillary "
     "artery",
     part, PartKind::Artery},
    {"artery|arteries|arterial|arteria|arch palmar|arch plantar|branch artery",
     left_out,
     {},
     "arteries too small to be a hazard"},
    {"nerve|nerves|plexus|ganglion", part, PartKind::Nerve},

    {"cornea|iris|sclera|lens|vitreous|eyeball|retina|choroid|corona ciliaris|tarsal plate|eye", part,
     PartKind::Eye},
    {"lacrimal gland|lacrimal sac|lacrimal lake|lacrimal canaliculus|nasolacrimal",
     left_out,
     {},
     "tear glands and ducts"},
    {"kidney|lung|trachea|bronchus main", part, PartKind::Organ},
    {"bronchus|bronchi|bronchial|gland|thymus|liver|gallbladder|duct|spleen|pancreas|stomach|esophagus|"
     "oesophagus|duodenum|"
     "jejunum|ileum|colon|cecum|caecum|appendix|mesoappendix|mesocolon|mesentery|omentum|taenia|rectum|"
     "intestine|junction "
     "ileocecal|ureter|ureteric|bladder|urethra|prostate|testis|epididymis|deferent|vesicle|penis|scrotum|"
     "ovary|uterus|"
     "vagina|breast|tongue|tonsil|pharynx|mouth|larynx|lymph|parenchyma|peritone*|canal|space|cavity|segment",
     left_out,
     {},
     "organs other than lungs, kidneys and windpipe"},

    {"tooth|teeth", part, PartKind::Tooth},
    {"gingiva", part, PartKind::Other},
    {"disk|disc", part, PartKind::Disc},
    {"ligament|ligaments|retinaculum|raphe|membrane|conus elasticus|linea alba|trochlea superior oblique",
     part, PartKind::Ligament},
    {"cartilage|cartilages|epiglottis|meniscus|labrum", part, PartKind::Cartilage},
    {"iliotibial|fascia|aponeurosis|septum intermuscular", part, PartKind::Fascia},

    {"muscle|muscles|sphincter|abductor|adductor|flexor|extensor|opponens|levator|levatores|depressor|"
     "pronator|supinator|"
     "tensor|rotator|rotatores|constrictor|rectus|oblique internal|oblique external|oblique superior|oblique "
     "inferior|"
     "obliquus|transversus|quadratus|quadriceps|biceps|triceps|gluteus|pectoralis|deltoid|trapezius|"
     "latissimus|rhomboid|"
     "serratus|teres|scalenus|splenius|semispinalis|spinalis|longissimus|iliocostalis|multifidus|"
     "interspinalis|"
     "interspinales|intertransversari*|longus|brevis|iliacus|psoas|sartorius|gracilis|pectineus|vastus|"
     "semimembranosus|"
     "semitendinosus|gastrocnemius|soleus|plantaris|popliteus|tibialis|fibularis|peroneus|piriformis|"
     "gemellus|obturator|"
     "coccygeus|pubococcygeus|iliococcygeus|puborectalis|bulbospongiosus|ischiocavernosus|lumbrical|"
     "lumbricals|interossei|"
     "interosseous plantar|interosseous palmar|interosseous "
     "dorsal|infraspinatus|supraspinatus|subscapularis|subclavius|"
     "coracobrachialis|brachialis|brachioradialis|anconeus|palmaris|diaphragm|sternocleidomastoid|platysma|"
     "digastric|"
     "mylohyoid|geniohyoid|stylohyoid|omohyoid|sternohyoid|sternothyroid|thyrohyoid|genioglossus|hyoglossus|"
     "styloglossus|"
     "palatoglossus|palatopharyngeus|salpingopharyngeus|stylopharyngeus|masseter|temporalis|pterygoid|"
     "buccinator|"
     "orbicularis|zygomaticus|risorius|mentalis|procerus|nasalis|corrugator|frontalis|occipitalis|"
     "occipitofrontalis|"
     "epicranius|cricothyroid|crico-arytenoid|thyro-arytenoid|arytenoid|aryepiglotticus|vocalis|uvula|"
     "accessorius",
     part, PartKind::Muscle},

    {"bone|bones|vertebra|rib|phalanx|sacrum|coccyx|sternum|manubrium|xiphoid|clavicle|scapula|humerus|"
     "radius|ulna|femur|"
     "patella|tibia|fibula|talus|calcaneus|scaphoid|lunate|triquetral|triquetrum|pisiform|trapezium|"
     "trapezoid|capitate|"
     "hamate|atlas|axis|skull|maxilla|mandible|ethmoid|sphenoid|vomer|concha|hyoid|navicular|cuneiform|"
     "cuboid|incus|"
     "malleus|stapes",
     part, PartKind::Bone},
};

using Words = std::vector<std::string>;

// Hyphens stay within words: "crico-arytenoid" is one.
Words words_of(std::string_view name) {
    Words words(1);
    for (const char c : folded(name)) {
        if (std::isalnum(static_cast<unsigned char>(c)) || c == '-')
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    }
    if (words.back().empty()) words.pop_back();
    return words;
}

bool has_word(const Words& words, std::string_view pattern) {
    const bool beginning = pattern.ends_with('*');
    if (beginning) pattern.remove_suffix(1);
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return beginning ? word.starts_with(pattern) : word == pattern;
    });
}

// Calls f with each piece of a text between separators until one says true.
template <class F>
bool any_piece(std::string_view text, char separator, const F& f) {
    while (true) {
        const auto end = text.find(separator);
        if (f(text.substr(0, end))) return true;
        if (end == std::string_view::npos) return false;
        text.remove_prefix(end + 1);
    }
}

bool holds(const NameRule& rule, const Words& words) {
    return any_piece(rule.words, '|', [&](std::string_view alternative) {
        return !any_piece(alternative, ' ', [&](std::string_view word) { return !has_word(words, word); });
    });
}

bool is_digits(std::string_view text) {
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

NameVerdict classify(std::string_view name) {
    const Words words = words_of(name);
    for (const NameRule& rule : rules)
        if (holds(rule, words)) return {rule.name_class, rule.kind, rule.reason};
    return {};
}

Side side_in_name(std::string_view name) {
    const Words words = words_of(name);
    const bool left = has_word(words, "left"), right = has_word(words, "right");
    if (left == right) return Side::Midline;
    return left ? Side::Left : Side::Right;
}

FileNameParts split_file_name(std::string_view stem) {
    FileNameParts parts;
    any_piece(stem, '_', [&](std::string_view piece) {
        if (piece.starts_with("FMA") && is_digits(piece.substr(3))) {
            parts.fma = piece;
        } else if (!(piece.starts_with("FJ") || piece.starts_with("BP")) || !is_digits(piece.substr(2))) {
            if (!parts.name.empty()) parts.name += ' ';
            parts.name += piece;
        }
        return false;
    });
    if (parts.name.empty()) parts.name = stem;
    return parts;
}

std::string snake_name(std::string_view name) {
    std::string snake;
    for (const char c : folded(atlas_name_key(name))) {
        const bool keeps =
            std::isalnum(static_cast<unsigned char>(c)) || static_cast<unsigned char>(c) >= 0x80;
        if (keeps)
            snake += c;
        else if (!snake.empty() && snake.back() != '_')
            snake += '_';
    }
    while (snake.ends_with('_')) snake.pop_back();
    return snake.empty() ? "part" : snake;
}

}  // namespace myomap
