#include "app/motion_detail.h"

#include <algorithm>

namespace myomap {

void MotionDetail::took(double frame_s) {
    const bool for_change = level_ == coarse ? frame_s < quick_s : frame_s > slow_s;
    agreeing_ = for_change ? agreeing_ + 1 : 0;
    if (agreeing_ < (level_ == coarse ? patience_ : agreeing_frames)) return;
    agreeing_ = 0;
    if (level_ == fine) patience_ = std::min(patience_ * 8, 100000);
    level_ = level_ == coarse ? fine : coarse;
}

}  // namespace myomap
