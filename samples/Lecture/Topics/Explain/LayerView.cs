namespace Lecture.Explain;

/// <summary>A layer as the page shows it.</summary>
/// <param name="Name">Its name, such as <c>conv2d1</c>.</param>
/// <param name="Kind">What it is, such as <c>Conv2d</c>.</param>
/// <param name="Shape">[channels, height, width], or [features].</param>
/// <param name="Values">What it gives, in this shape.</param>
/// <param name="Field">What its neurons see of the input.</param>
/// <param name="Window">The sides of the window of the layer before that a neuron reads, or 0: all of it.</param>
/// <param name="Stride">How far that window is shifted from a neuron to the next.</param>
/// <param name="Weight">[out channels, in channels, height, width] or [out features, in features], where it has weights.</param>
/// <param name="Bias">[out channels] or [out features], where it has weights.</param>
internal sealed record LayerView(
    string Name, string Kind, IReadOnlyList<int> Shape, float[] Values, ReceptiveField Field, int Window, int Stride,
    float[]? Weight = null, float[]? Bias = null);
