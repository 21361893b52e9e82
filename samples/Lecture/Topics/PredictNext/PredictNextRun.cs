using CharGpt;
using NetGen;

namespace Lecture.PredictNext;

/// <summary>Trains the language model on nine tenths of the book, and measures it on the last tenth.</summary>
/// <param name="steps">Steps of training, each with 16 pieces of 64 characters.</param>
/// <param name="measurements">How often the held-out characters are predicted on the way.</param>
/// <param name="heldOut">How many characters of the book's last tenth are predicted; null for all.</param>
internal sealed class PredictNextRun(int steps, int measurements, int? heldOut = null)
{
    private const int BatchSize = 16;
    private const double LearningRate = 3e-3;

    /// <summary>Trains, and tells of each measurement.</summary>
    public PredictNextResult Run(Lesson lesson)
    {
        string book = Book.Read();
        int cut = (int)(book.Length * 0.9);
        int[] train = Alphabet.Encode(book[..cut]), test = Alphabet.Encode(book[cut..]);
        test = test[..Math.Min(test.Length, heldOut ?? test.Length)];
        var frequencies = new CharacterFrequencies(train);
        var held = new TextWindows("end of the book", test, TextWindows.Length);
        var model = new LanguageModel(lesson.Seed);
        lesson.Say($"{model.ParameterCount:N0} parameters learn from {train.Length:N0} characters; {test.Length:N0} are held out.");

        var pieces = new TextWindows("book", train, stride: 1);
        var schedule = new OneCycleSchedule(LearningRate, steps);
        var random = new Random(lesson.Seed);
        int[] indices = new int[BatchSize], tokens = new int[BatchSize * TextWindows.Length], labels = new int[tokens.Length];
        var curve = new List<(int Step, double Perplexity)>();
        using Trainer trainer = model.CreateTrainer(new AdamW(beta2: 0.99), BatchSize, lesson.Threads, lesson.Seed);
        for (int step = 1; step <= steps; step++)
        {
            foreach (ref int index in indices.AsSpan())
                index = random.Next(pieces.Count);
            pieces.CopyTokens(indices, tokens);
            pieces.CopyLabels(indices, labels);
            trainer.Optimizer.LearningRate = schedule.LearningRateAt(step - 1);
            trainer.Step(tokens, labels);
            if (step * measurements / steps > (step - 1) * measurements / steps)
            {
                curve.Add((step, Math.Exp(model.Evaluate(held, lesson.Threads).Loss)));
                lesson.Say($"step {step} of {steps}: perplexity {curve[^1].Perplexity:F2} on the end of the book");
            }
        }

        return new PredictNextResult(model, frequencies.PerplexityOfLetters(test), frequencies.PerplexityOfPairs(test), curve);
    }
}
