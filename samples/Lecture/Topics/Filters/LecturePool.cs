using NetGen;

namespace Lecture.Filters;

/// <summary>The largest of each 2×2 window.</summary>
[Network]
[Input(1, 4, 4)]
[MaxPool2d(2)]
internal sealed partial class LecturePool;
