namespace NetGen.Compiler.Graph;

/// <summary>How a node is computed, where there are several ways.</summary>
internal interface IAlgorithm
{
    /// <summary>In a word or two, as dumps and messages say it.</summary>
    string Name { get; }

    /// <summary>What the emitted method's description says about it.</summary>
    string Sentence { get; }
}
