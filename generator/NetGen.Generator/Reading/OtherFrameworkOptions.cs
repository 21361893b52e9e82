namespace NetGen.Generator.Reading;

/// <summary>Options of PyTorch and Keras that the language has under another name, or for a reason does not have.</summary>
internal static class OtherFrameworkOptions
{
    private const string FromZero = "it counts the axes of a sample from 0, where PyTorch's counts the batch first";

    private const string Freezes = "Frozen = true keeps the parameters of a layer, or of all within a block, from learning";

    private static readonly Dictionary<string, OptionCounterpart> Options = new(StringComparer.OrdinalIgnoreCase)
    {
        ["InFeatures"] = new("In"),
        ["InChannels"] = new("In"),
        ["NumFeatures"] = new("In"),
        ["NumChannels"] = new("In"),
        ["NormalizedShape"] = new("In", "it checks the features or channels that come in, and what is normalised follows from their kind: "
            + "the features of a vector or of each step, a signal or an image as a whole"),
        ["Units"] = new("OutFeatures") { Otherwise = "HiddenSize" },
        ["InputSize"] = new("In"),
        ["ProjSize"] = new(null, "A Linear behind the layer projects its states"),
        ["ReturnSequences"] = new(null, "The layer gives the states of all steps, or with Last = true the last one"),
        ["ReturnState"] = new(null, "A second network or layer begins with the states where State names this layer"),
        ["GoBackwards"] = new(null, "With Bidirectional = true there is a second direction beside the first"),
        ["RecurrentDropout"] = new(null, "Dropout acts between the layers, and never on the states of a layer"),
        ["RecurrentActivation"] = new(null, "The gates are logistic functions, as in PyTorch"),
        ["RecurrentInitializer"] = new(null, "All weights begin as U(±1/√hidden), as in PyTorch"),
        ["Unroll"] = new(null, "The loop is compiled as it is"),
        ["ResetAfter"] = new(null, "A GRU applies r to the product of the state, as PyTorch's does"),
        ["Filters"] = new("OutChannels"),
        ["PoolSize"] = new("KernelSize"),
        ["Strides"] = new("Stride"),
        ["DilationRate"] = new("Dilation"),
        ["EmbedDim"] = new("In"),
        ["NumHeads"] = new("Heads"),
        ["NumKeyValueHeads"] = new("KeyValueHeads"),
        ["IsCausal"] = new("Causal"),
        ["KeyDim"] = new(null, "A head has as many features as those that come in, divided by Heads"),
        ["KDim"] = new(null, "Keys and values have as many features as the queries: a Linear before them gives these"),
        ["VDim"] = new(null, "Keys and values have as many features as the queries: a Linear before them gives these"),
        ["AddBiasKv"] = new(null, "The steps that come in are all keys that there are"),
        ["AddZeroAttn"] = new(null, "A query without keys gets 0"),
        ["PaddingIdx"] = new("PaddingIndex"),
        ["MaskZero"] = new(null, "[Input(steps, PaddingToken = 0)] says which token pads"),
        ["InputDim"] = new("NumEmbeddings"),
        ["OutputDim"] = new("EmbeddingDim"),
        ["MaxNorm"] = new(null, "Rows are not scaled as they are looked up; the weight decay of AdamW keeps them small"),
        ["ScaleGradByFreq"] = new(null, "The gradients of a row's tokens add up, however many they are"),
        ["BatchFirst"] = new(null, "The batch is always first, and never written"),
        ["UseBias"] = new("Bias"),
        ["KernelInitializer"] = new("Init"),
        ["Rate"] = new("P"),
        ["Epsilon"] = new("Eps"),
        ["Dim"] = new("Axis", FromZero),
        ["StartDim"] = new("Start", FromZero),
        ["EndDim"] = new("End", FromZero),
        ["SizeAverage"] = new("Reduction"),
        ["Reduce"] = new("Reduction"),
        ["ReturnIndices"] = new(null, "Only MaxUnpool2d has a use for the places of the maxima, and the language does not have it: "
            + "Upsample and ConvTranspose2d enlarge images"),
        ["ScaleByKeep"] = new(null, "What is not dropped is always divided by the probability of staying"),
        ["RequiresGrad"] = new(null, Freezes),
        ["Trainable"] = new(null, Freezes),
        ["Inplace"] = new(null, "Memory, in-place operations included, is planned when the network is compiled"),
        ["Device"] = new(null, "A network computes on the processor"),
        ["Dtype"] = new(null, "All numbers are floats of 32 bits"),
        ["Activation"] = new(null, "An activation is a layer of its own, which stands after this one"),
    };

    /// <summary>What the language has in the place of an option, or null for one that no framework has.</summary>
    /// <param name="name">As it is written: "ReturnIndices" or "return_indices".</param>
    public static OptionCounterpart? Find(string name) =>
        Options.TryGetValue(name.Replace("_", ""), out OptionCounterpart? counterpart) ? counterpart : null;
}
