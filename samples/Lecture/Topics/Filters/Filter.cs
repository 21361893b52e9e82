namespace Lecture.Filters;

/// <summary>A filter with fixed weights.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Weights">Its weights, [3, 3].</param>
internal sealed record Filter(string Name, float[] Weights)
{
    /// <summary>The filters of the lecture, in the order of the network's channels.</summary>
    public static IReadOnlyList<Filter> All { get; } =
    [
        new("identity", [0, 0, 0, 0, 1, 0, 0, 0, 0]),
        new("blur", [1f / 9, 1f / 9, 1f / 9, 1f / 9, 1f / 9, 1f / 9, 1f / 9, 1f / 9, 1f / 9]),
        new("sharpen", [0, -1, 0, -1, 5, -1, 0, -1, 0]),
        new("vertical edges", [-1, 0, 1, -2, 0, 2, -1, 0, 1]),
        new("edges", [-1, -1, -1, -1, 8, -1, -1, -1, -1]),
    ];
}
