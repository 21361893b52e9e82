using System.Diagnostics;
using System.Globalization;
using CharGpt;
using NetGen;

const int BatchSize = 16, UsualSteps = 800, Characters = 800, Reports = 4, Seed = 1, WrongInput = 2;
const double LearningRate = 3e-3, HeldOut = 0.1, Temperature = 0.7;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int steps = UsualSteps;
if (args.Length > 1 || (args.Length == 1 && !(int.TryParse(args[0], out steps) && steps is > 0 and <= UsualSteps)))
{
    await Console.Error.WriteLineAsync($"""
        Trains a small GPT on a novel, and lets it write.

          CharGpt [STEPS]

        STEPS  how long it trains: 1 to {UsualSteps} steps, {UsualSteps} by default
        """);
    return WrongInput;
}

// The end of the book is held out: no sentence of it is trained on.
string book = Book.Read();
int cut = (int)(book.Length * (1 - HeldOut));
int[] text = Alphabet.Encode(book[..cut]);
var train = new TextWindows("book", text, stride: (text.Length / (steps * BatchSize)) + 1);
var test = new TextWindows("end of the book", Alphabet.Encode(book[cut..]), TextWindows.Length);
var model = new LanguageModel(Seed);
Console.WriteLine($"{model.ParameterCount:N0} parameters; trains on {train.Count:N0} pieces of {TextWindows.Length} characters.");

steps = (train.Count + BatchSize - 1) / BatchSize;
long started = Stopwatch.GetTimestamp();
model.Fit(train, new AdamW(beta2: 0.99), epochs: 1, BatchSize, seed: Seed, options: new FitOptions
{
    StepSchedule = new OneCycleSchedule(LearningRate, steps),
    Progress = progress =>
    {
        int step = (progress.SamplesDone + BatchSize - 1) / BatchSize;
        if (step * Reports / steps > (step - 1) * Reports / steps)
        {
            double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine($"step {step} of {steps}: {progress.Loss:F3} nats a character so far, {seconds:F0} s");
        }
    },
});
Console.WriteLine($"End of the book: {model.Evaluate(test).Loss:F3} nats a character.");

string written = new Writer(model, new TokenSampler(Temperature, seed: Seed)).Continue("\n", Characters);
HashSet<string> known = [.. Book.Words(book)];
string[] words = [.. Book.Words(written)];
Console.WriteLine(written);
Console.WriteLine();
Console.WriteLine($"{(double)words.Count(known.Contains) / words.Length:P0} of its {words.Length} words are in the book.");
return 0;
