using System.Globalization;

namespace NetGen.Reports;

/// <summary>
/// Writes what TensorBoard shows of a fit: scalars, histograms of weights and gradients, filters of the first convolution, and texts. Look
/// at it with <c>tensorboard --logdir runs</c>, while the fit runs or later.
/// </summary>
/// <remarks>
/// <para>
/// The step of all that is written is <see cref="FitContext.StepsDone"/>. Each fit writes a file of its own into the folder; one that goes
/// on from a checkpoint goes on in its steps, and TensorBoard shows all files of a folder as one run. A record is given to the operating
/// system at once: where the process ends, all records before are readable.
/// </para>
/// <para>
/// Numbers may be NaN or infinite in scalars. Histograms leave them out; where there are any, the scalar of the histogram's tag and
/// <c>/not_finite</c> has their number.
/// </para>
/// <para>One thread at a time uses a log.</para>
/// </remarks>
/// <example><c>options: new FitOptions { Callbacks = [new TensorBoardLog("runs/lenet-1") { Histograms = true }] }</c></example>
public sealed partial class TensorBoardLog : FitCallback, IDisposable
{
    private readonly HistogramBuckets buckets = new();
    private EventWriter? writer;
    private ParameterReader? parameters;
    private double sumOfStepLosses;
    private int stepsSummed;

    /// <summary>A log in a folder, which is made when something is written.</summary>
    /// <param name="folder">The folder of this run, such as <c>runs/lenet-1</c>; TensorBoard takes the one above it.</param>
    /// <exception cref="ArgumentException">The folder is empty.</exception>
    public TensorBoardLog(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Folder = Path.GetFullPath(folder);
    }

    /// <summary>The full path of the folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// From how many steps to how many the training loss, the learning rate and the norm of the gradients are written, at least 1; after
    /// the last step of an epoch they are written too. The loss is the mean of the steps since it was written before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int EverySteps
    {
        get;
        init => field = RequirePositive(value, nameof(EverySteps), "step");
    } = 50;

    /// <summary>From how many epochs to how many histograms and filters are written, at least 1. Scalars of an epoch always are.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int EveryEpochs
    {
        get;
        init => field = RequirePositive(value, nameof(EveryEpochs), "epoch");
    } = 1;

    /// <summary>
    /// Whether histograms of each parameter and of its gradients in the last step of an epoch are written, and the norm of all gradients
    /// where nothing clips by it. No update is fused into the backward pass then.
    /// </summary>
    public bool Histograms { get; init; }

    /// <summary>Whether the filters of the first convolution are written as a picture, where the network has one.</summary>
    public bool Filters { get; init; } = true;

    /// <summary>
    /// The network's summary, its constant of this name (<c>LeNet.Summary</c>), which is written as a text; null for a table of its
    /// parameters.
    /// </summary>
    public string? Summary { get; init; }

    /// <summary>
    /// Settings of your own, which are written beside those of the fit, such as <c>dropout</c> or the version of the data.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <inheritdoc/>
    public override bool NeedsGradients => Histograms;

    /// <inheritdoc/>
    public override void OnFitBegin(FitContext fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        Close();
        (parameters, sumOfStepLosses, stepsSummed) = (new ParameterReader(fit.Network), 0, 0);
        Text("settings", fit.StepsDone, SettingsTable.Of(FitSettings.Of(fit), Settings));
        Text("network", fit.StepsDone, Summary is null ? SettingsTable.Of(fit.Network) : $"```\n{Summary.TrimEnd()}\n```");
    }

    /// <inheritdoc/>
    public override void OnStepEnd(FitContext fit, in FitProgress progress)
    {
        ArgumentNullException.ThrowIfNull(fit);
        sumOfStepLosses += progress.StepLoss;
        stepsSummed++;
        bool isLast = progress.SamplesDone == progress.Samples;
        if (isLast || fit.StepsDone % EverySteps == 0)
            WriteStep(fit, progress);
        if (isLast && Histograms && IsDue(fit, progress.Epoch))
            WriteHistograms(fit.StepsDone, ofGradients: true);
    }

    /// <inheritdoc/>
    public override void OnEpochEnd(FitContext fit, EpochResult epoch)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(epoch);
        WriteEpoch(fit.StepsDone, epoch);
        if (!IsDue(fit, epoch.Epoch))
            return;
        if (Histograms)
            WriteHistograms(fit.StepsDone, ofGradients: false);
        if (Filters && FilterImage.WeightOf(fit.Network) is { } weight)
        {
            EventWriter to = Begin(fit.StepsDone);
            to.AddImage($"filters/{weight.Name}", FilterImage.Draw(weight.Shape, parameters!.ValuesOf(weight)));
            to.End();
        }
    }

    /// <inheritdoc/>
    public override void OnFitEnd(FitContext fit, FitHistory history) => Close();

    /// <inheritdoc/>
    public override void OnFitFailed(FitContext fit, Exception error) => Close();

    /// <summary>Closes the file. What is written afterwards goes into a further one.</summary>
    public void Dispose() => Close();

    private void WriteStep(FitContext fit, in FitProgress progress)
    {
        EventWriter to = Begin(fit.StepsDone);
        to.AddScalar("loss/train", sumOfStepLosses / stepsSummed);
        to.AddScalar("optimizer/learning_rate", progress.LearningRate);
        double norm = double.IsNaN(progress.GradientNorm) && Histograms ? parameters!.GradientNorm() : progress.GradientNorm;
        if (Histograms || fit.Trainer.ClipNorm is not null)
            to.AddScalar("optimizer/gradient_norm", norm);
        to.End();
        (sumOfStepLosses, stepsSummed) = (0, 0);
    }

    private void WriteEpoch(long step, EpochResult epoch)
    {
        EventWriter to = Begin(step);
        to.AddScalar("epoch/number", epoch.Epoch);
        to.AddScalar("epoch/loss_train", epoch.Loss);
        to.AddScalar("epoch/samples_per_second", epoch.SamplesPerSecond);
        if (epoch.Validation is { } validation)
        {
            to.AddScalar("loss/validation", validation.Loss);
            if (!double.IsNaN(validation.Accuracy))
                to.AddScalar("metrics/accuracy", validation.Accuracy);
            foreach ((string name, double value) in validation.Metrics)
            {
                if (name != "accuracy" || double.IsNaN(validation.Accuracy))
                    to.AddScalar($"metrics/{name}", value);
            }
        }

        to.End();
    }

    private void WriteHistograms(long step, bool ofGradients)
    {
        ParameterReader reader = parameters!;
        foreach (Parameter parameter in reader.Parameters)
        {
            if (ofGradients && parameter.IsFrozen)
                continue;
            string tag = reader.TagOf(parameter, ofGradients);
            WriteHistogram(tag, step, ofGradients ? reader.GradientsOf(parameter) : reader.ValuesOf(parameter));
        }
    }

    private bool IsDue(FitContext fit, int epoch) => epoch % EveryEpochs == 0 || epoch == fit.LastEpoch;

    private void Close()
    {
        writer?.Dispose();
        (writer, parameters) = (null, null);
    }

    private static int RequirePositive(int value, string argument, string unit) => value >= 1
        ? value
        : throw new ArgumentOutOfRangeException(
            argument, value, string.Create(CultureInfo.InvariantCulture, $"Expected at least 1 {unit}; got {value}."));
}
