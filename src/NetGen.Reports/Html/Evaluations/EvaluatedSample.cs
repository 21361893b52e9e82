namespace NetGen.Reports;

/// <summary>A sample with what the network gives for it.</summary>
/// <param name="Index">Its index in the set.</param>
/// <param name="Loss">Its own loss.</param>
/// <param name="Input">Its values, of the network's input shape; empty where they are tokens.</param>
/// <param name="Tokens">Its tokens; empty where they are numbers.</param>
/// <param name="Output">What the network gives.</param>
internal sealed record EvaluatedSample(int Index, double Loss, float[] Input, int[] Tokens, float[] Output)
{
    /// <summary>The labels; empty where the loss compares with numbers.</summary>
    public int[] Labels { get; init; } = [];

    /// <summary>The predicted class for each of the labels, -1 for none.</summary>
    public int[] Predictions { get; init; } = [];

    /// <summary>
    /// The probabilities of the classes, where there is one label and the loss gives the outputs this meaning; else none.
    /// </summary>
    public float[] Probabilities { get; init; } = [];

    /// <summary>The numbers that the loss compares with; empty where there are labels.</summary>
    public float[] Target { get; init; } = [];
}
