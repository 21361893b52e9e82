using NetGen;

// The attributes are the layers, read from top to bottom. Shapes are checked while you type: write Linear(10, In = 100)
// to see an error and its fix.
[Network]
[Input<Mnist>]                       // 1×28×28, ten classes
[Conv2d(8, 3), ReLU, MaxPool2d(2)]
[Flatten]
[Linear(10)]
[CrossEntropy]
public partial class DigitReader;
