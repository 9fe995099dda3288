#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "catalog/condition.h"
#include "catalog/landmark.h"
#include "catalog/landmark_place.h"
#include "catalog/muscle.h"
#include "catalog/segment.h"
#include "catalog/source.h"
#include "catalog/treatment.h"
#include "catalog/zone.h"

namespace myomap {

// The entries of one kind and the files they come from, for telling where one that is wrong stands.
template <class Value>
struct Records {
    struct File {
        std::string path;
        std::size_t first = 0;  // index of its first entry in `values`
    };
    std::vector<Value> values;
    std::vector<File> files;
    bool complete = true;  // false: a file of this kind could not be taken, so names may be missing

    void add(const std::string& path, std::vector<Value> entries) {
        files.push_back({path, values.size()});
        for (Value& entry : entries) values.push_back(std::move(entry));
    }

    const File& file_of(std::size_t index) const {
        std::size_t file = files.size() - 1;
        while (files[file].first > index) --file;
        return files[file];
    }
    const std::string& path(std::size_t index) const { return file_of(index).path; }
    std::string pointer(std::size_t index) const {
        return "/" + std::to_string(index - file_of(index).first);
    }
};

// All that was read from the catalog's files, before it is one catalog.
struct CatalogContents {
    Records<Muscle> muscles;
    Records<Condition> conditions;
    Records<Source> sources;
    Records<Zone> zones;
    Records<LandmarkRule> landmarks;
    Records<SegmentRule> segments;
    Records<LandmarkPlace> landmark_places;
    Treatment treatment;
    std::string treatment_file;  // empty where it could not be taken
};

}  // namespace myomap
