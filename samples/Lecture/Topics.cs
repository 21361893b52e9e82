using Lecture.Approximate;
using Lecture.Classify;
using Lecture.Diffuse;
using Lecture.Explain;
using Lecture.Filters;
using Lecture.Gradients;
using Lecture.Mask;
using Lecture.PredictNext;

namespace Lecture;

/// <summary>The topics in the order of the lecture.</summary>
internal static class Topics
{
    public static IReadOnlyList<Topic> All { get; } =
    [
        new ApproximateTopic(),
        new ClassifyTopic(),
        new GradientsTopic(),
        new FiltersTopic(),
        new ExplainTopic(),
        new DiffuseTopic(),
        new PredictNextTopic(),
        new MaskTopic(),
    ];
}
