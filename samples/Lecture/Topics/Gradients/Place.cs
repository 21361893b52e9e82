namespace Lecture.Gradients;

/// <summary>A point of the plane of two weights, and the loss there.</summary>
/// <param name="First">The first weight.</param>
/// <param name="Second">The second weight.</param>
/// <param name="Loss">The mean squared error with these weights.</param>
internal readonly record struct Place(double First, double Second, double Loss);
