#include "import/part_naming.h"

#include <doctest/doctest.h>

using namespace myomap;

TEST_CASE("names tell what a part is") {
    struct Row {
        std::string_view name;
        PartKind kind;
    };
    for (const Row& row : {
             Row{"Left infraspinatus", PartKind::Muscle},
             Row{"Medial head of left gastrocnemius", PartKind::Muscle},
             Row{"External intercostal muscle, left", PartKind::Muscle},
             Row{"First plantar interosseous of left foot", PartKind::Muscle},
             Row{"Diaphragm", PartKind::Muscle},
             Row{"Transverse arytenoid", PartKind::Muscle},
             Row{"Left superior oblique", PartKind::Muscle},
             Row{"Set of left levatores costarum longi", PartKind::Muscle},
             Row{"Left scapula", PartKind::Bone},
             Row{"Atlas", PartKind::Bone},
             Row{"Left temporal bone", PartKind::Bone},
             Row{"Left occipital bone", PartKind::Bone},
             Row{"Sesamoid bone of left foot, lateral", PartKind::Bone},
             Row{"Left arytenoid cartilage", PartKind::Cartilage},
             Row{"Left first costal cartilage", PartKind::Cartilage},
             Row{"Intervertebral disk of axis", PartKind::Disc},
             Row{"Left first lower molar tooth", PartKind::Tooth},
             Row{"Check ligament of left lateral rectus", PartKind::Ligament},
             Row{"Interosseous membrane of left leg", PartKind::Ligament},
             Row{"Trochlea of left superior oblique", PartKind::Ligament},
             Row{"Left common tendinous ring", PartKind::Ligament},
             Row{"Left iliotibial tract", PartKind::Fascia},
             Row{"Left calcaneal tendon", PartKind::Tendon},
             Row{"Tendinous arch of levator ani, left", PartKind::Tendon},
             Row{"Left digastric, intermediate tendon", PartKind::Tendon},
             Row{"Left posterior circumflex humeral artery, part 1", PartKind::Artery},
             Row{"Left anterior interosseous artery", PartKind::Artery},
             Row{"Arch of aorta", PartKind::Artery},
             Row{"Left costocervical trunk", PartKind::Artery},
             Row{"Left optic nerve", PartKind::Nerve},
             Row{"Left sclera", PartKind::Eye},
             Row{"Tarsal plate of left lower eyelid", PartKind::Eye},
             Row{"Left kidney", PartKind::Organ},
             Row{"Upper lobe of left lung", PartKind::Organ},
             Row{"Right main bronchus proper", PartKind::Organ},
             Row{"Mandibular gingiva", PartKind::Other},
         }) {
        CAPTURE(row.name);
        const NameVerdict verdict = classify(row.name);
        CHECK(verdict.name_class == NameClass::Part);
        CHECK(to_text(verdict.kind) == to_text(row.kind));
    }
}

TEST_CASE("names of what is not shown tell why") {
    struct Row {
        std::string_view name, reason;
    };
    for (const Row& row : {
             Row{"Left superior frontal gyrus", "brain"},
             Row{"Left occipital lobe", "brain"},
             Row{"Posterior temporal branch of left middle cerebral artery", "brain"},
             Row{"Wall of left ventricle", "heart"},
             Row{"Anterior papillary muscle of right ventricle", "heart"},
             Row{"Trunk of right coronary artery", "heart"},
             Row{"Left femoral vein", "veins"},
             Row{"Superior vena cava", "veins"},
             Row{"Left anterior segmental bronchial tree", "vessels and branches within organs"},
             Row{"Superior mesenteric artery", "vessels and branches within organs"},
             Row{"Left deep palmar arch", "arteries too small to be a hazard"},
             Row{"Left lacrimal gland", "tear glands and ducts"},
             Row{"Ascending colon", "organs other than lungs, kidneys and windpipe"},
             Row{"Urinary bladder", "organs other than lungs, kidneys and windpipe"},
             Row{"Hair of head", "hair, nails and lips, which the skin has"},
         }) {
        CAPTURE(row.name);
        CHECK(classify(row.name).name_class == NameClass::LeftOut);
        CHECK(classify(row.name).reason == row.reason);
    }
}

TEST_CASE("the skin is known by its name, and what no rule knows is said to be unknown") {
    CHECK(classify("Skin").name_class == NameClass::Skin);
    CHECK(classify("Mesh.001").name_class == NameClass::Unknown);
    CHECK(classify("").name_class == NameClass::Unknown);
}

TEST_CASE("a name has a side where it has one of the two words") {
    CHECK(side_in_name("Descending part of left trapezius") == Side::Left);
    CHECK(side_in_name("Thoracic rotator, right") == Side::Right);
    CHECK(side_in_name("Sacrum") == Side::Midline);
    CHECK(side_in_name("Leftover of right and left") == Side::Midline);
}

TEST_CASE("file names give id and name") {
    CHECK(split_file_name("FMA13396_Left_scapula").fma == "FMA13396");
    CHECK(split_file_name("FMA13396_Left_scapula").name == "Left scapula");
    CHECK(split_file_name("FJ27_BP62539_FMA13396_Left_scapula").name == "Left scapula");
    CHECK(split_file_name("FJ2810").name == "FJ2810");
    CHECK(split_file_name("").name.empty());
}

TEST_CASE("ids are in snake case, less the side") {
    CHECK(snake_name("Descending part of left trapezius") == "descending_part_of_trapezius");
    CHECK(snake_name("Flexor digitorum superficialis, humero-ulnar head") ==
          "flexor_digitorum_superficialis_humero_ulnar_head");
    CHECK(snake_name("***") == "part");
}
