using System.Diagnostics;
using NetGen;

namespace DigitPad.Training;

/// <summary>
/// Trains a network in the page: on digits that the program draws, and on the user's own. A browser's page has one thread, so that training
/// gives way to it after some milliseconds.
/// </summary>
internal sealed class TrainingSession
{
    /// <summary>Samples of a step.</summary>
    public const int BatchSize = 32;

    // Of the samples of a batch, where the user has drawn some.
    private const int DrawingsInBatch = 8;
    private const int DigitsToTest = 200, StepsOfPoint = 10;

    // Digits are drawn in parts: some before the first step, the others while it trains.
    private const int DigitsOfPart = 100, PartsToBegin = 4, Parts = 20, StepsOfPart = 5;
    private const int TestSeed = 2, TrainSeed = 100;
    private const double LearningRate = 0.003;
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(24);

    private readonly List<Mnist> parts = [];
    private readonly List<TrainingPoint> points = [];
    private readonly Stopwatch sinceYield = new();
    private Mnist? test;
    private Network? network;
    private Trainer? trainer;
    private Random random = new(1);
    private bool isStopped;

    /// <summary>Raised behind each point of the curve, and when training begins or ends.</summary>
    public event Action? Changed;

    /// <summary>The user's own digits.</summary>
    public LabelledDrawings Drawings { get; } = new();

    /// <summary>Whether it trains now.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>What is done before the first step, for the user; null when nothing is.</summary>
    public string? Preparation { get; private set; }

    /// <summary>How many steps were done.</summary>
    public int Steps { get; private set; }

    /// <summary>Steps a second, of the time spent in steps.</summary>
    public double StepsPerSecond { get; private set; }

    /// <summary>The curve.</summary>
    public IReadOnlyList<TrainingPoint> Points => points;

    /// <summary>Trains until <see cref="Stop"/>; goes on where the same network was trained before.</summary>
    /// <param name="trained">The network.</param>
    public async Task RunAsync(Network trained)
    {
        if (IsRunning)
            return;
        (IsRunning, isStopped) = (true, false);
        sinceYield.Restart();
        try
        {
            await DrawDigitsAsync();
            if (!isStopped)
                await TrainAsync(trained);
        }
        finally
        {
            (IsRunning, Preparation) = (false, null);
            Changed?.Invoke();
        }
    }

    /// <summary>Ends training behind the step that runs.</summary>
    public void Stop() => isStopped = true;

    /// <summary>Forgets curve and optimizer; the user's digits stay.</summary>
    public void Reset()
    {
        Stop();
        trainer?.Dispose();
        (trainer, network) = (null, null);
        points.Clear();
        (Steps, StepsPerSecond) = (0, 0);
        random = new Random(1);
        Changed?.Invoke();
    }

    private async Task DrawDigitsAsync()
    {
        while (parts.Count < PartsToBegin && !isStopped)
        {
            Preparation = $"Drawing digits to train on: {parts.Count * DigitsOfPart} of {PartsToBegin * DigitsOfPart}";
            Changed?.Invoke();
            await YieldAsync();
            DrawPart();
        }

        test ??= SyntheticDigits.Draw(DigitsToTest, TestSeed);
        Preparation = null;
    }

    private void DrawPart() => parts.Add(SyntheticDigits.Draw(DigitsOfPart, TrainSeed + parts.Count));

    private async Task TrainAsync(Network trained)
    {
        if (network != trained)
        {
            Reset();
            isStopped = false;
            network = trained;
            trainer = trained.CreateTrainer(new AdamW(LearningRate), BatchSize, threads: 1);
        }

        float[] inputs = new float[BatchSize * Mnist.PixelsPerImage];
        int[] labels = new int[BatchSize];
        double loss = 0;
        var inSteps = new Stopwatch();
        for (int step = 1; !isStopped && network == trained; step++)
        {
            ReadBatch(inputs, labels);
            inSteps.Start();
            loss += trainer!.Step(inputs, labels);
            inSteps.Stop();
            Steps++;
            if (step % StepsOfPart == 0 && parts.Count < Parts)
                DrawPart();
            if (step % StepsOfPoint == 0)
            {
                StepsPerSecond = step / inSteps.Elapsed.TotalSeconds;
                points.Add(new TrainingPoint(Steps, loss / StepsOfPoint, trained.Evaluate(test!, threads: 1).Accuracy));
                loss = 0;
                Changed?.Invoke();
            }

            if (sinceYield.Elapsed > Slice)
                await YieldAsync();
        }
    }

    private void ReadBatch(float[] inputs, int[] labels)
    {
        Mnist? drawings = Drawings.ToDataSet();
        for (int i = 0; i < labels.Length; i++)
        {
            Mnist set = drawings is not null && i < DrawingsInBatch ? drawings : parts[random.Next(parts.Count)];
            int[] index = [random.Next(set.Count)];
            set.CopySamples(index, inputs.AsSpan(i * Mnist.PixelsPerImage, Mnist.PixelsPerImage));
            set.CopyLabels(index, labels.AsSpan(i, 1));
        }
    }

    // A delay, and not Task.Yield: the browser paints and takes input only when all work that is ready is done.
    private async Task YieldAsync()
    {
        await Task.Delay(1);
        sinceYield.Restart();
    }
}
