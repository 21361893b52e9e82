using Lecture.Data;
using Lecture.Gan;
using Lecture.Pictures;
using Lecture.Vae;
using NetGen;

namespace Lecture.Judge;

/// <summary>How good is a classifier, and how good are generated digits?</summary>
internal sealed class JudgeTopic() : Topic("judge", "Judges a classifier, and the digits of vae, gan and diffuse beside real ones.")
{
    private const int HeldOut = 10_000, Compared = 5000, ReaderSteps = 1200, Count = 1000, Measured = 500, Columns = 12;

    public override void Run(Lesson lesson)
    {
        DigitSets sets = DigitSets.Of(lesson, VaeTopic.Digits, HeldOut);
        var jury = new Jury(lesson, sets, ReaderSteps, Compared);
        TellReader(lesson, jury.Reader, sets.Test);

        // Digits that no other count uses: held-out ones behind those compared with, and copies of training digits.
        float[] real = Shades.Of(sets.Test)[(Compared * Mnist.PixelsPerImage)..((Compared + Count) * Mnist.PixelsPerImage)];
        var exhibits = new Exhibits(lesson, sets.Train, Count);
        var all = new List<(string Name, float[] Shades)>
        {
            ("real, held out", real),
            ("copies of training", jury.Training[..real.Length]),
            ("vae", exhibits.OfVae(VaeTopic.Steps)),
            ("gan", exhibits.OfGan(GanTopic.Steps)),
        };
        if (exhibits.OfDiffusion() is { } diffused)
            all.Add(("diffuse", diffused));
        else
            lesson.Say("There are no digits of diffuse in the folder; run that topic to see them here.");
        Verdict[] verdicts = [.. all.Select(made => jury.Judge(made.Name, made.Shades, Measured))];
        TellVerdicts(lesson, verdicts);
        lesson.Say();
        Draw(lesson, jury.Training, [.. all.Zip(verdicts)]);
    }

    private static void TellReader(Lesson lesson, DigitReader reader, Mnist digits)
    {
        Evaluation evaluation = reader.Evaluate(digits, lesson.Threads);
        double squares = Reading.Of(reader, Shades.Of(digits)).SquaredError(digits);
        lesson.Say($"The reader, a classifier, on {digits.Count:N0} digits that were held out:");
        lesson.Say($"  accuracy    {evaluation.Accuracy:P2} of the digits are read correctly");
        lesson.Say($"  MSE         {squares:F5} between probabilities and 1 for the right class, 0 for the others");
        lesson.Say($"  perplexity  {Math.Exp(evaluation.Loss):F3}, exp(cross-entropy): among how many classes it hesitates");
        lesson.Say();
    }

    private static void TellVerdicts(Lesson lesson, Verdict[] verdicts)
    {
        lesson.Say();
        lesson.Say($"{Count:N0} pictures of each; distances in the features of this reader, and of pixels:");
        lesson.Say("                       Fréchet   nearest training   nearer to training");
        lesson.Say("                      distance    digit, median      than to held-out");
        foreach (Verdict verdict in verdicts)
            lesson.Say($"  {verdict.Name,-19} {verdict.Frechet,9:F2} {verdict.ToTraining.Median,15:F2} {verdict.NearerToTraining,18:P1}");
        lesson.Say();
        lesson.Say($"Read as, in %         {string.Concat(Enumerable.Range(0, 10).Select(digit => $"{digit,5}"))}");
        foreach (Verdict verdict in verdicts)
            lesson.Say($"  {verdict.Name,-19} {string.Concat(verdict.ClassShares.Select(share => $"{100 * share,5:F1}"))}");
    }

    /// <summary>Two rows each: pictures, and below them the training digits nearest to them.</summary>
    private static void Draw(Lesson lesson, float[] training, ((string Name, float[] Shades) Made, Verdict Verdict)[] judged)
    {
        var images = new List<float>();
        foreach (((string Name, float[] Shades) made, Verdict verdict) in judged)
        {
            images.AddRange(made.Shades[..(Columns * Mnist.PixelsPerImage)]);
            foreach (int nearest in verdict.ToTraining.Indices[..Columns])
                images.AddRange(Shades.At(training, nearest));
        }

        PngFile.Write(lesson.Picture("judge.png"), ShadeGrid.Of([.. images], Columns), zoom: 2);
        lesson.Say($"Its rows: {string.Join("; ", judged.Select(one => one.Made.Name))}, each above its nearest training digits.");
    }
}
