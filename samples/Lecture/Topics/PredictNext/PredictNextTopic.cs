using CharGpt;
using Lecture.Pictures;
using NetGen;

namespace Lecture.PredictNext;

/// <summary>A small GPT that predicts the next character of a novel, beside predictions by letter frequencies; then it writes.</summary>
internal sealed class PredictNextTopic() : Topic("predict-next", "Trains a small GPT on a novel to predict the next character; it writes.")
{
    private const int Steps = 2000, Measurements = 20, Characters = 900, Columns = 78;
    private const double Temperature = 0.7;

    // The last chapter of the book begins with this sentence; the model has not read it.
    private const string Beginning = "Happy for all her maternal feelings was the ";

    public override void Run(Lesson lesson)
    {
        PredictNextResult result = new PredictNextRun(Steps, Measurements).Run(lesson);
        lesson.Say();
        lesson.Say("Perplexity on the end of the book: among how many characters a guess wavers.");
        SayBar(lesson, "any character", Alphabet.Size);
        SayBar(lesson, "letter frequencies", result.Letters);
        SayBar(lesson, "pairs of letters", result.Pairs);
        SayBar(lesson, "GPT", result.Perplexity);
        lesson.Say();
        lesson.Say($"After \"{Beginning}\" it expects");
        foreach ((char character, double probability) in NextCharacters.After(result.Model, Beginning, count: 5))
            lesson.Say($"  {character} {probability,6:P1} {new string('█', (int)Math.Round(50 * probability))}");
        lesson.Say();
        string written = new Writer(result.Model, new TokenSampler(Temperature, seed: lesson.Seed)).Continue("\n", Characters);
        foreach (string line in Lines.Wrap(written, Columns))
            lesson.Say(line);
        lesson.Say();
        HashSet<string> known = [.. Book.Words(Book.Read())];
        string[] words = [.. Book.Words(written)];
        lesson.Say($"{(double)words.Count(known.Contains) / words.Length:P0} of its {words.Length} words are in the book.");
        Draw(lesson.Picture("predict-next.svg"), result);
    }

    private static void SayBar(Lesson lesson, string name, double perplexity) =>
        lesson.Say($"  {name,-18} {perplexity,6:F2} {new string('█', (int)Math.Round(50 * perplexity / Alphabet.Size))}");

    private static void Draw(string path, PredictNextResult result)
    {
        int last = result.Curve[^1].Step;
        ChartFile.Write(
            path,
            [
                new Chart("Perplexity on characters that are held out", "steps of training", "perplexity", isLogarithmic: true)
                    .Limits(left: 0, right: last, bottom: 3, top: 25)
                    .Line("letter frequencies", [(0, result.Letters), (last, result.Letters)], Chart.Colors[1])
                    .Line("pairs of letters", [(0, result.Pairs), (last, result.Pairs)], Chart.Colors[4])
                    .Line("GPT", result.Curve.Select(point => ((double)point.Step, point.Perplexity)), Chart.Colors[0]),
            ],
            columns: 1,
            width: 560,
            height: 360);
    }
}
