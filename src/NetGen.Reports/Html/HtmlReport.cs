namespace NetGen.Reports;

/// <summary>
/// A page that shows a run: curves, confusion matrix or residuals, worst mistakes, filters, feature maps, layers and settings. It is one
/// file of HTML, which loads nothing and opens in any browser.
/// </summary>
/// <remarks>
/// <para>
/// The file is written after each epoch, so that a long run can be looked at, and at the end of the fit. It is written under another name
/// and renamed, so that a run that fails leaves the last complete page.
/// </para>
/// <para>
/// Each page predicts the evaluation set once more, which costs about as much as its validation. Training itself does not become slower: a
/// step adds one line to a table of fixed size.
/// </para>
/// </remarks>
/// <example><c>options: new FitOptions { Validation = test, Callbacks = [new HtmlReport("report.html")] }</c></example>
public sealed class HtmlReport : FitCallback
{
    private readonly string path;
    private readonly List<EpochResult> epochs = [];
    private StepLog steps = new();
    private IReadOnlyList<Setting> settings = [];

    /// <summary>A report in a file, which is replaced if it exists.</summary>
    /// <param name="path">The path of the file, such as <c>report.html</c>. Its folder exists.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    public HtmlReport(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        this.path = path;
    }

    /// <summary>The title of the page; the network's name where none is given.</summary>
    public string? Title { get; init; }

    /// <summary>The names of the classes, in the order of the labels; their numbers where none are given.</summary>
    public IReadOnlyList<string> ClassNames
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value, nameof(ClassNames));
            field = [.. value];
            for (int i = 0; i < field.Count; i++)
                ArgumentNullException.ThrowIfNull(field[i], nameof(ClassNames));
        }
    } = [];

    /// <summary>
    /// The table of the layers, the constant <c>Summary</c> of the network's class; without it the page shows the parameters alone.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>
    /// The set whose mistakes are shown; <see cref="FitOptions.Validation"/> where none is given. Without either the page shows no
    /// predictions.
    /// </summary>
    public IDataSet? EvaluationSet { get; init; }

    /// <summary>How many of the samples with the highest loss are shown.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int Mistakes
    {
        get;
        init => field = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(Mistakes), value, $"Expected at least 0 samples; got {value}.");
    } = 16;

    /// <summary>Writes the report of a network that was trained before, or in a loop of one's own.</summary>
    /// <param name="path">The path of the file, which is replaced if it exists. Its folder exists.</param>
    /// <param name="network">The network.</param>
    /// <param name="history">The epochs of its training, a <see cref="FitHistory"/> for instance; null for none.</param>
    /// <param name="evaluationSet">The set whose mistakes are shown; null for none.</param>
    /// <param name="title">The title of the page; the network's name where none is given.</param>
    /// <param name="classNames">The names of the classes, in the order of the labels; their numbers where none are given.</param>
    /// <param name="summary">The table of the layers, the constant <c>Summary</c> of the network's class.</param>
    /// <exception cref="ArgumentException">
    /// The path is empty, the set does not fit the network or is empty, or there is not one name for each class.
    /// </exception>
    /// <exception cref="NotSupportedException">There is an evaluation set, and the network has no loss.</exception>
    /// <exception cref="IOException">The file cannot be written, <see cref="DirectoryNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file, or its folder, may not be written to.</exception>
    public static void Write(
        string path, Network network, IReadOnlyList<EpochResult>? history = null, IDataSet? evaluationSet = null, string? title = null,
        IReadOnlyList<string>? classNames = null, string? summary = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        var report = new HtmlReport(path) { Title = title, ClassNames = classNames ?? [], Summary = summary };
        report.RequireNames(network, nameof(classNames));
        report.settings = RunSettings.Of(network);
        report.WritePage(network, history ?? [], evaluationSet, shownSteps: null, history is { Count: > 0 } ? "trained" : "without history",
            Environment.ProcessorCount);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">There is not one name for each class.</exception>
    /// <exception cref="IOException">The file cannot be written, <see cref="DirectoryNotFoundException"/> among them.</exception>
    /// <exception cref="UnauthorizedAccessException">The file, or its folder, may not be written to.</exception>
    public override void OnFitBegin(FitContext fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        RequireNames(fit.Network, nameof(ClassNames));
        RequireWritable();
        epochs.Clear();
        steps = new StepLog();
        settings = RunSettings.Of(fit);
    }

    /// <inheritdoc/>
    public override void OnStepEnd(FitContext fit, in FitProgress progress)
    {
        ArgumentNullException.ThrowIfNull(fit);
        steps.Add(new StepPoint(fit.StepsDone, progress.LearningRate, progress.GradientNorm));
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(FitContext fit, EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(epoch);
        epochs.Add(epoch);
        WritePage(
            fit.Network, epochs, SetOf(fit), steps, $"epoch {NumberText.Count(epoch.Epoch)} of {NumberText.Count(fit.LastEpoch)}",
            fit.Trainer.Threads);
    }

    /// <inheritdoc/>
    public override void OnFitEnd(FitContext fit, FitHistory history)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(history);
        WritePage(fit.Network, history, SetOf(fit), steps, history.StoppedEarly ? "stopped early" : "finished", fit.Trainer.Threads);
    }

    private IDataSet? SetOf(FitContext fit) => EvaluationSet ?? fit.Options.Validation;

    private void WritePage(
        Network network, IReadOnlyList<EpochResult> shownEpochs, IDataSet? data, StepLog? shownSteps, string state, int threads)
    {
        EvaluatedSet? evaluated = Evaluate(network, data, threads);
        byte[] page = ReportPage.ToBytes(new ReportContent
        {
            Title = string.IsNullOrWhiteSpace(Title) ? network.Name : Title,
            Network = network,
            Epochs = shownEpochs,
            State = state,
            Written = DateTimeOffset.UtcNow,
            Steps = shownSteps,
            Evaluated = evaluated,
            Classes = new ClassLabels(ClassNames),
            Summary = Summary,
            Settings = settings,
            Activations = network.HasActivations && evaluated is { First: { Length: > 0 } first } ? network.Activations(first) : null,
        });
        WholeFile.Write(path, stream => stream.Write(page));
    }

    private EvaluatedSet? Evaluate(Network network, IDataSet? data, int threads)
    {
        if (data is null)
            return null;
        using var pass = new EvaluationPass(network, data, Mistakes, threads);
        return pass.Run();
    }

    private void RequireNames(Network network, string argument) =>
        new ClassLabels(ClassNames).Require(network.Description.Loss?.Classes ?? 0, network.Name, argument);

    /// <summary>Finds out before the training what would fail behind its first epoch.</summary>
    private void RequireWritable()
    {
        WholeFile.RequireNoFolder(path);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"The folder of '{path}' does not exist.");
        WholeFile.RequireWritable(folder);
    }
}
