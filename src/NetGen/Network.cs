using System.ComponentModel;
using NetGen.Runtime;

namespace NetGen;

/// <summary>
/// A neural network: a class with <c>[Network]</c> and its layers as attributes, whose forward and backward pass the compiler has written.
/// </summary>
/// <remarks>
/// Prediction may run in many threads at once. Training, loading and writing to parameters may not run beside anything else on the same
/// network.
/// </remarks>
public abstract partial class Network
{
    private readonly Parameter[] parameters;
    private readonly Parameter[] statistics;
    private readonly Parameter[] tied;

    /// <summary>Allocates the parameters and fills them as the description says; called by generated code.</summary>
    /// <param name="description">Shapes, layouts and plans that the compiler has worked out.</param>
    /// <param name="seed">Seeds the initial values: the same seed gives the same network on every machine.</param>
    /// <exception cref="ArgumentException">A tensor of the description does not fit its block.</exception>
    protected Network(NetworkDescription description, int seed)
    {
        ArgumentNullException.ThrowIfNull(description);
        this.Description = description;
        Memory = new ParameterMemory(description.ParameterSize, description.StatisticSize, description.TrainedSize);
        parameters = ParametersIn(Memory, description.Parameters, description.ParameterSize, areStatistics: false);
        tied = ParametersIn(Memory, description.Tied, description.ParameterSize, areStatistics: false);
        statistics = ParametersIn(Memory, description.Statistics, description.StatisticSize, areStatistics: true);
        InputSize = StridedLayout.Elements(description.InputShape);
        OutputRows = new SampleCopy(description.OutputShape, description.OutputLayout);
        NamedOutputRows = RowsOf(description.NamedOutputs);
        Initialize(seed);
        predictionCapacities = PredictionCapacities(description.Predict.SamplesAtOnce);
        predictionPools = new WorkspacePool[predictionCapacities.Length];
        for (int i = 0; i < predictionPools.Length; i++)
            predictionPools[i] = new WorkspacePool(description.Predict, Memory, predictionCapacities[i]);
    }

    /// <summary>
    /// Always throws. A constructor in a network's class that does not call the generated one would call this one; NetGen reports it
    /// as an error, which is clearer than C#'s own of arguments that only generated code has.
    /// </summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected Network() => throw new NotSupportedException(
        $"{GetType().Name} has a constructor that does not call the generated one, which makes the parameters: it lacks ': this(seed)'.");

    /// <summary>The name of the network's class.</summary>
    public string Name => Description.Name;

    /// <summary>The shape of one input sample, such as [channels, height, width].</summary>
    public ReadOnlySpan<int> InputShape => Description.InputShape;

    /// <summary>The shape of one output sample, such as [classes].</summary>
    public ReadOnlySpan<int> OutputShape => Description.OutputShape;

    /// <summary>
    /// The trained and the frozen tensors, in the order of the layers, under PyTorch's names and shapes; what several layers share
    /// stands here once, under the first one's name.
    /// </summary>
    public IReadOnlyList<Parameter> Parameters => parameters;

    /// <summary>The running statistics (PyTorch's buffers), in the order of the layers, under PyTorch's names and shapes.</summary>
    public IReadOnlyList<Parameter> Statistics => statistics;

    /// <summary>The number of the parameters' values, trained and frozen, padding not included.</summary>
    public long ParameterCount => parameters.Sum(parameter => (long)parameter.Count);

    /// <summary>The number of trained values: those of the parameters that are not frozen.</summary>
    public long TrainableParameterCount =>
        parameters.Where(parameter => !parameter.IsFrozen).Sum(parameter => (long)parameter.Count);

    /// <summary>Tensors under the names of layers that share them with an earlier one.</summary>
    internal IReadOnlyList<Parameter> TiedParameters => tied;

    internal NetworkDescription Description { get; }

    /// <summary>The fused groups of all programs; made anew each time.</summary>
    internal GroupDescription[] Groups => DescribeGroups();

    internal ParameterMemory Memory { get; }

    /// <summary>Floats of one input sample.</summary>
    internal int InputSize { get; }

    /// <summary>Floats of one output sample.</summary>
    internal int OutputSize => OutputRows.Size;

    /// <summary>Copies outputs between a caller's arrays and the memory of a training step.</summary>
    internal SampleCopy OutputRows { get; }

    /// <summary>The same of the named outputs, in their order.</summary>
    internal SampleCopy[] NamedOutputRows { get; }

    /// <summary>One of <see cref="Parameters"/> by its place there; the typed members of generated code go through here.</summary>
    /// <param name="index">From 0 to the number of parameters less one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such parameter.</exception>
    protected Parameter Parameter(int index)
    {
        if ((uint)index >= (uint)parameters.Length)
            throw new ArgumentOutOfRangeException(
                nameof(index), index, $"{Name} has {parameters.Length} parameters; expected an index below that, got {index}.");
        return parameters[index];
    }

    /// <summary>A tensor or running statistic by its PyTorch name; the typed members of generated code go through here.</summary>
    /// <param name="name">The full name, such as conv1.weight.</param>
    /// <exception cref="ArgumentException">There is no tensor of this name.</exception>
    protected internal Parameter ParameterNamed(string name)
    {
        foreach (Parameter parameter in parameters)
            if (parameter.Name == name)
                return parameter;
        foreach (Parameter statistic in statistics)
            if (statistic.Name == name)
                return statistic;
        foreach (Parameter shared in tied)
            if (shared.Name == name)
                return shared;
        throw new ArgumentException($"{Name} has no parameter '{name}'.", nameof(name));
    }

    /// <summary>Describes the fused groups of all programs, for profiles; a kernel that is not among them has no name there.</summary>
    protected virtual GroupDescription[] DescribeGroups() => [];

    /// <summary>Runs the prediction program: input to output, as in PyTorch's eval mode.</summary>
    /// <param name="workspace">A workspace of the plan <see cref="NetworkDescription.Predict"/>, its input filled.</param>
    protected abstract void RunPredict(Workspace workspace);

    /// <summary>
    /// Runs the forward program of training: input to output, as in PyTorch's train mode, and what the backward program needs is kept.
    /// </summary>
    /// <param name="workspace">A workspace of the plan <see cref="NetworkDescription.Training"/>, its input filled.</param>
    protected abstract void RunForward(Workspace workspace);

    /// <summary>
    /// Runs the backward program: from the output's gradient to the gradient block, which is overwritten, and the input's gradient.
    /// </summary>
    /// <param name="workspace">The workspace of the forward program's run, its output gradient filled.</param>
    protected abstract void RunBackward(Workspace workspace);

    /// <summary>Computes the loss, and its gradient with respect to the output, from the output and class indices.</summary>
    /// <param name="workspace">A workspace of the plan <see cref="NetworkDescription.LossIndex"/>, its output and labels filled.</param>
    /// <exception cref="NotSupportedException">The network has no loss that takes class indices.</exception>
    protected virtual void RunLossIndex(Workspace workspace) =>
        throw new NotSupportedException($"{Name} has no loss that takes class indices.");

    /// <summary>Computes the loss, and its gradient with respect to the output, from the output and target numbers.</summary>
    /// <param name="workspace">A workspace of the plan <see cref="NetworkDescription.LossValues"/>, its output and target filled.</param>
    /// <exception cref="NotSupportedException">The network has no loss that takes numbers.</exception>
    protected virtual void RunLossValues(Workspace workspace) => throw new NotSupportedException($"{Name} has no loss that takes numbers.");

    /// <summary>Runs one step of a stream.</summary>
    /// <param name="workspace">A workspace of the plan <see cref="NetworkDescription.Stream"/>, its input filled.</param>
    /// <exception cref="NotSupportedException">The network has no stream.</exception>
    protected virtual void RunStream(Workspace workspace) => throw new NotSupportedException(
        $"{Name} has no stream: [Network(Stream = true)] makes one.");

    /// <summary>Runs a prediction that keeps what each layer gives.</summary>
    /// <param name="workspace">A workspace of the plan <see cref="NetworkDescription.Activations"/>, its input filled.</param>
    /// <exception cref="NotSupportedException">The network has none.</exception>
    protected virtual void RunActivations(Workspace workspace) => throw WithoutActivations();

    /// <summary>Begins a stream; the generated <c>CreateStream</c> calls it.</summary>
    /// <exception cref="NotSupportedException">The network has no stream.</exception>
    protected PredictionStream BeginStream() => Description.Stream is null
        ? throw new NotSupportedException($"{Name} has no stream: [Network(Stream = true)] makes one.")
        : new PredictionStream(this, Description.Stream);

    internal void Stream(Workspace workspace) => RunStream(workspace);

    internal void Forward(Workspace workspace) => RunForward(workspace);

    internal void Backward(Workspace workspace) => RunBackward(workspace);

    internal void LossOfIndices(Workspace workspace) => RunLossIndex(workspace);

    internal void LossOfValues(Workspace workspace) => RunLossValues(workspace);

    private static Parameter[] ParametersIn(ParameterMemory memory, TensorDescription[] tensors, int blockSize, bool areStatistics)
    {
        var result = new Parameter[tensors.Length];
        for (int i = 0; i < result.Length; i++)
        {
            StridedLayout.Validate(tensors[i], blockSize);
            result[i] = new Parameter(tensors[i], memory, areStatistics);
        }

        return result;
    }

    private static SampleCopy[] RowsOf(OutputDescription[] outputs)
    {
        var rows = new SampleCopy[outputs.Length];
        for (int i = 0; i < rows.Length; i++)
            rows[i] = new SampleCopy(outputs[i].Shape, outputs[i].Layout);
        return rows;
    }

    // Each tensor draws from a stream of its own, so that a further layer leaves the values of those before it as they were.
    private void Initialize(int seed)
    {
        var values = new InitialValues();
        ulong stream = 0;
        foreach (TensorDescription parameter in Description.Parameters)
            values.Fill(parameter, Memory.Parameters, new RandomStream((uint)seed, stream++));
        foreach (TensorDescription statistic in Description.Statistics)
            values.Fill(statistic, Memory.Statistics, new RandomStream((uint)seed, stream++));
    }
}
