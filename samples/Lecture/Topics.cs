using Lecture.Approximate;
using Lecture.Autoencode;
using Lecture.Classify;
using Lecture.Diffuse;
using Lecture.Explain;
using Lecture.Filters;
using Lecture.Gan;
using Lecture.Gradients;
using Lecture.Judge;
using Lecture.Mask;
using Lecture.PredictNext;
using Lecture.Vae;

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
        new AutoencodeTopic(),
        new VaeTopic(),
        new GanTopic(),
        new DiffuseTopic(),
        new PredictNextTopic(),
        new MaskTopic(),
        new JudgeTopic(),
    ];
}
