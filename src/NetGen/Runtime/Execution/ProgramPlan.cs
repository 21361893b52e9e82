namespace NetGen.Runtime;

/// <summary>What a program needs of its workspace, and where the runtime puts the input and finds the results.</summary>
/// <param name="ActivationSize">Floats a sample of all tensors that grow with the batch.</param>
/// <param name="ScratchSize">Floats of the temporaries that do not grow with the batch.</param>
/// <param name="Input">
/// Offset a sample of the input, contiguous in PyTorch's order; -1 where the program has none, or reads it where the caller has it. So for
/// the others.
/// </param>
/// <param name="Output">Offset a sample of the output.</param>
/// <param name="OutputGradient">Offset a sample of the loss's gradient with respect to the output.</param>
/// <param name="InputGradient">Offset a sample of the loss's gradient with respect to the input.</param>
/// <param name="Target">Offset a sample of the numbers that the loss compares the output with.</param>
/// <param name="Loss">Offset, among the temporaries, of the loss: one float.</param>
/// <param name="SamplesAtOnce">For predictions, the block size: the activations of so many samples stay in L2, or amortise streaming
/// the network's matrices.</param>
/// <param name="WorkOfSample">About how many multiply-adds a sample takes.</param>
/// <param name="PreparedFrom">For predictions: the parameters from which weights are prepacked, until these change; null for none.</param>
/// <param name="PreparedFromStatistics">The same of the running statistics.</param>
/// <param name="FusedUpdates">
/// The parameters with fused optimizer updates, for which the program calls <see cref="Workspace.Update"/>; null for none.
/// </param>
/// <param name="NamedOutputs">Offsets a sample of the named outputs; null for none.</param>
/// <param name="NamedOutputGradients">Offsets a sample of the gradients of the named outputs.</param>
/// <param name="States">Of a stream: what is 0 before its first step; null for none.</param>
/// <param name="AddedLoss">
/// Offset a sample of what layers add to the sum of the losses, one float; the result of a pass through the network, and read by the loss.
/// </param>
/// <param name="AddedLossGradient">
/// Offset a sample of the loss's gradient with respect to that; the loss's result, and read by the backward pass.
/// </param>
public sealed record ProgramPlan(
    long ActivationSize,
    int ScratchSize,
    long Input,
    long Output,
    long OutputGradient,
    long InputGradient,
    long Target,
    int Loss,
    int SamplesAtOnce = 64,
    long WorkOfSample = Workspace.SmallestSharedWork,
    ParameterRange[]? PreparedFrom = null,
    ParameterRange[]? PreparedFromStatistics = null,
    ParameterRange[]? FusedUpdates = null,
    long[]? NamedOutputs = null,
    long[]? NamedOutputGradients = null,
    ParameterRange[]? States = null,
    long AddedLoss = -1,
    long AddedLossGradient = -1);
