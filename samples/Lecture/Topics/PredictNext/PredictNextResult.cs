using CharGpt;

namespace Lecture.PredictNext;

/// <summary>What has been learnt of the book, and perplexities on its last tenth.</summary>
/// <param name="Model">The trained model.</param>
/// <param name="Letters">Of predictions by the frequency of each character.</param>
/// <param name="Pairs">Of predictions by the character before.</param>
/// <param name="Curve">Of the model, by steps of training.</param>
internal sealed record PredictNextResult(
    LanguageModel Model, double Letters, double Pairs, IReadOnlyList<(int Step, double Perplexity)> Curve)
{
    /// <summary>Of the model, after all steps.</summary>
    public double Perplexity => Curve[^1].Perplexity;
}
